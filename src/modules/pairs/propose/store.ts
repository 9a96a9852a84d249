import type { Database } from '../../../platform/database/connect.ts';
import { LIVE, ON_THE_WAY, TOGETHER } from '../pair/life.ts';
import { selectPairs } from '../pair/store.ts';

/** What speaks against another proposal of two applications: they are in one, or the resident has chosen somebody. */
export async function findHindrance(
  db: Database,
  volunteerApplicationId: string,
  residentApplicationId: string,
): Promise<'they_are_proposed_already' | 'resident_has_chosen' | null> {
  const rows = await db
    .selectFrom('pairs.pairs')
    .select(['volunteer_application_id', 'state'])
    .where('resident_application_id', '=', residentApplicationId)
    .where('state', 'in', LIVE)
    .execute();
  if (rows.some((row) => row.volunteer_application_id === volunteerApplicationId))
    return 'they_are_proposed_already';
  return rows.some(({ state }) => TOGETHER.some((one) => one === state)) ? 'resident_has_chosen' : null;
}

interface ToAnswer {
  readonly pairId: string;
  readonly volunteerId: string;
  readonly residentId: string;
  readonly coordinatorId: string;
  readonly answerBy: Temporal.Instant;
}

/** Pairs that wait for an answer until an instant at the latest, and after another. @param asked.askedBefore asked before this */
export async function listToAnswerUntil(
  db: Database,
  asked: {
    readonly until: Temporal.Instant;
    readonly after?: Temporal.Instant;
    readonly askedBefore?: Temporal.Instant;
  },
): Promise<ToAnswer[]> {
  const { until, after, askedBefore } = asked;
  const rows = await selectPairs(db)
    .where('p.state', 'in', ON_THE_WAY)
    .where('p.answer_by', '<=', until)
    .$if(after !== undefined, (query) => query.where('p.answer_by', '>', after ?? null))
    .$if(askedBefore !== undefined, (query) =>
      query.where((eb) => eb(eb.fn.coalesce('p.offered_at', 'p.proposed_at'), '<', askedBefore ?? null)),
    )
    .orderBy('p.answer_by')
    .execute();
  return rows.map((row) => ({
    pairId: row.id,
    volunteerId: row.volunteer_id,
    residentId: row.resident_id,
    coordinatorId: row.coordinator_id,
    answerBy: row.answer_by ?? row.proposed_at,
  }));
}
