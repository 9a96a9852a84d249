import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';

const { db } = await testDatabase();

/** What is never looked up by what it names, each with the reason. */
const NEVER_LOOKED_UP: Readonly<Record<string, string>> = {
  'people.leavings.asked_by': 'who of the staff did it: read with the row',
  'people.roles.ended_by': 'who of the staff did it: read with the row',
  'people.roles.granted_by': 'who of the staff did it: read with the row',
  'people.staff_acts.decided_by': 'who of the staff did it: read with the row',
  'people.staff_acts.proposed_by': 'who of the staff did it: read with the row',
  'safety.helpline_checks.checked_by': 'a few dozen rows',
  'safety.own_lines.changed_by': 'a few dozen rows',
  'spot.assignments.offer_id': 'found by the request, which both name',
  'trust.completions.interview_id': 'found by the person, whom both name',
};

test('what names a row of another table is found by it without reading all there is', async () => {
  const { rows } = await sql<{ column: string }>`
    select k.conrelid::regclass || '.' || a.attname as column
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.connamespace::regnamespace::text !~ '^graphile' and not exists (
      select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])
    order by 1`.execute(db);
  expect(rows.map(({ column }) => column)).toEqual(Object.keys(NEVER_LOOKED_UP));
});
