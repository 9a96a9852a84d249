import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Check, Decision } from '../rules.ts';

/** @returns null before anything was compared */
export async function findCheck(db: Database, referralId: string): Promise<Check | null> {
  const row = await db
    .selectFrom('consultations.conflict_checks')
    .select(['tries', 'try_id as tryId', 'until_at as untilAt', 'answer', 'decision'])
    .select('call_wanted_at as callWantedAt')
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, answer: row.answer as Check['answer'], decision: row.decision as Check['decision'] };
}

/** By the referral that each is for. */
export async function listChecks(db: Database, matterId: string): Promise<ReadonlyMap<string, Check>> {
  const rows = await db
    .selectFrom('consultations.conflict_checks')
    .select(['referral_id as referralId', 'tries', 'try_id as tryId', 'until_at as untilAt', 'answer'])
    .select(['decision', 'call_wanted_at as callWantedAt'])
    .where('matter_id', '=', matterId)
    .execute();
  return new Map(
    rows.map(({ referralId, answer, decision, ...row }) => [
      referralId,
      { ...row, answer: answer as Check['answer'], decision: decision as Check['decision'] },
    ]),
  );
}

interface Of {
  readonly referralId: string;
  readonly matterId: string;
}

interface Marks {
  readonly tries?: number;
  readonly try_id?: string | null;
  readonly begun_at?: Temporal.Instant | null;
  readonly until_at?: Temporal.Instant | null;
  readonly answer?: 'none' | 'possible';
  readonly answered_at?: Temporal.Instant;
  readonly call_wanted_at?: Temporal.Instant;
  readonly decision?: Decision;
  readonly decided_by?: string;
  readonly decided_at?: Temporal.Instant;
}

export async function markCheck(tx: Tx, { referralId, matterId }: Of, marks: Marks): Promise<void> {
  await tx
    .insertInto('consultations.conflict_checks')
    .values({ referral_id: referralId, matter_id: matterId, ...marks })
    .onConflict((one) => one.column('referral_id').doUpdateSet(marks))
    .execute();
}

/** Somebody more is touched: what was compared or cleared before says nothing of them. What was found to be one stays. */
export async function forgetChecks(tx: Tx, matterId: string): Promise<void> {
  await tx
    .deleteFrom('consultations.conflict_checks')
    .where('matter_id', '=', matterId)
    .where((is) => is.or([is('decision', 'is', null), is('decision', '=', 'clear')]))
    .execute();
}
