import type { Database } from '../../../platform/database/connect.ts';
import { LIVE } from '../pair/life.ts';

/** Whether two applications are in a proposal or pair with each other. */
export async function hasLivePair(
  db: Database,
  volunteerApplicationId: string,
  residentApplicationId: string,
) {
  const row = await db
    .selectFrom('pairs.pairs')
    .select('id')
    .where('volunteer_application_id', '=', volunteerApplicationId)
    .where('resident_application_id', '=', residentApplicationId)
    .where('state', 'in', LIVE)
    .executeTakeFirst();
  return row !== undefined;
}
