import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';

const { db } = await testDatabase();
const AT = '2026-01-01T00:00:00Z';
const STEPS = ['training', 'identity_check', 'child_safety_check'] as const;
const person = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

const apply = (tx: Database, n: number) =>
  sql`insert into trust.applications (person_id, submitted_at, motivation, experience, help_with)
    values (${person(n)}, ${AT}, '', '', '{}') on conflict do nothing`.execute(tx);
const approve = (tx: Database, n: number) =>
  sql`update trust.applications set state = 'approved', decided_at = ${AT} where person_id = ${person(n)} and state = 'submitted'`.execute(
    tx,
  );
const leave = (tx: Database, n: number) =>
  sql`update trust.applications set state = 'ended', ended_at = ${AT} where person_id = ${person(n)} and state = 'approved'`.execute(
    tx,
  );
const take = (tx: Database, n: number, step: string, day: number) =>
  sql`insert into trust.completions (person_id, step, done_on, recorded_at) values (${person(n)}, ${step}, date '2026-01-01' + ${day}::int, ${AT})`.execute(
    tx,
  );
const forget = (tx: Database, n: number, day: number) =>
  sql`delete from trust.completions where person_id = ${person(n)} and done_on >= date '2026-01-01' + ${day}::int`.execute(
    tx,
  );

/** What is kept and differs from what all that was ever taken says, on either side. */
async function differences(): Promise<unknown[]> {
  const { rows } = await sql`
    with taken as (
      select a.person_id, s.step, max(c.done_on) as done_on
      from trust.applications a
      cross join unnest(enum_range(null::trust.step)) as s (step)
      left join trust.completions c on c.person_id = a.person_id and c.step = s.step
      where a.state = 'approved' group by 1, 2),
    kept as (select person_id, step, done_on from trust.last_steps)
    (table taken except table kept) union all (table kept except table taken)`.execute(db);
  return rows;
}

const who = fc.integer({ min: 0, max: 2 });
const day = fc.integer({ min: 0, max: 40 });
const act = fc.oneof(
  fc.record({ act: fc.constant('apply' as const), who }),
  fc.record({ act: fc.constant('approve' as const), who }),
  fc.record({ act: fc.constant('leave' as const), who }),
  fc.record({ act: fc.constant('take' as const), who, step: fc.constantFrom(...STEPS), day }),
  fc.record({ act: fc.constant('forget' as const), who, day }),
);

test('what is kept of the steps of who is approved is what all that was ever taken says, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      for (const one of acts) {
        if (one.act === 'apply') await apply(db, one.who);
        if (one.act === 'approve') await approve(db, one.who);
        if (one.act === 'leave') await leave(db, one.who);
        if (one.act === 'take') await take(db, one.who, one.step, one.day);
        if (one.act === 'forget') await forget(db, one.who, one.day);
        expect(await differences()).toEqual([]);
      }
    }),
    { numRuns: 20 },
  );
});

test('an approval and a step that come at once both count', async () => {
  const n = 7;
  await apply(db, n);
  let taken: Promise<unknown> = Promise.resolve();
  await inTransaction(db, async (tx) => {
    await approve(tx, n);
    taken = take(db, n, 'training', 1);
    await Promise.race([taken, somebodyWaits()]);
  });
  await taken;
  expect(await differences()).toEqual([]);
  await Promise.all([take(db, n, 'training', 2), take(db, n, 'training', 4), take(db, n, 'training', 3)]);
  expect(await differences()).toEqual([]);
});

async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where not granted and locktype = 'advisory'`.execute(db);
    if (rows.length > 0) return;
  }
}

test('the program cannot write what is kept', async () => {
  const write = sql`insert into trust.last_steps (person_id, step) values (${person(9)}, 'training')`;
  await expect(write.execute(db)).rejects.toThrow('permission denied');
});
