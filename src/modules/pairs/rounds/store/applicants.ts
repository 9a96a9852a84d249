import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { callName, findPersons } from '../../../people/index.ts';

/** Who applies, as a coordinator reads of them. */
export interface Applicant {
  readonly personId: string;
  /** With a plus and how many more, where they apply with others. */
  readonly name: string;
}

/** The applicants of some applications, by application. Who was erased is not in the map. */
export async function findApplicants(
  db: Database,
  applicationIds: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, Applicant>> {
  const { rows } = await sql<{ id: string; personId: string; others: number }>`
    select a.id, a.person_id as "personId",
      (select count(*)::int - 1 from pairs.members m where m.application_id = a.id) as others
    from pairs.applications a where a.id = any(${[...new Set(applicationIds)]}::uuid[])`.execute(db);
  const persons = await findPersons(
    db,
    rows.map(({ personId }) => personId),
  );
  return new Map(
    rows.flatMap(({ id, personId, others }) => {
      const person = persons.get(personId);
      if (!person) return [];
      const name = callName(person, locale);
      return [[id, { personId, name: others > 0 ? `${name} +${others}` : name }]];
    }),
  );
}

/** How many of each side are ready, with or without a free place. */
export async function countReady(
  db: Database,
): Promise<{ readonly residents: number; readonly volunteers: number }> {
  const { rows } = await sql<{ residents: number; volunteers: number }>`
    select (count(*) filter (where side = 'resident'))::int as residents,
      (count(*) filter (where side = 'volunteer'))::int as volunteers
    from pairs.applications where state = 'ready'`.execute(db);
  return rows[0] ?? { residents: 0, volunteers: 0 };
}
