import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { InsuranceYear } from '../types.ts';

/** The years in which some people are insured, by person, the newest first. */
export async function listInsuranceYears(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly InsuranceYear[]>> {
  const rows = await db
    .selectFrom('trust.insurance_years')
    .select([
      'person_id',
      'fiscal_year as fiscalYear',
      'plan',
      'starts_on as startsOn',
      'until_on as untilOn',
    ])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('fiscal_year', 'desc')
    .execute();
  return Map.groupBy(rows, (row) => row.person_id);
}

/** Keeps somebody's insurance of a year; recorded again, it takes the place of what was there. */
export async function saveInsuranceYear(
  tx: Tx,
  year: { personId: string; fiscalYear: number; plan: string; startsOn: Temporal.PlainDate },
  by: { personId: string | null; at: Temporal.Instant },
): Promise<void> {
  const facts = {
    plan: year.plan,
    starts_on: year.startsOn,
    recorded_by: by.personId,
    recorded_at: by.at,
  };
  await tx
    .insertInto('trust.insurance_years')
    .values({ person_id: year.personId, fiscal_year: year.fiscalYear, ...facts })
    .onConflict((conflict) => conflict.columns(['person_id', 'fiscal_year']).doUpdateSet(facts))
    .execute();
}
