import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';

const reasons = sealedColumn('pairs.steps.reason');

export interface NewStep {
  readonly applicationId?: string;
  readonly pairId?: string;
  readonly act: string;
  readonly byPerson: string | null;
  /** For staff alone. */
  readonly reason?: string | undefined;
  readonly at: Temporal.Instant;
}

/** Writes down what was done to an application or a pair. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  const { id } = await tx
    .insertInto('pairs.steps')
    .values({
      application_id: step.applicationId ?? null,
      pair_id: step.pairId ?? null,
      act: step.act,
      by_person: step.byPerson,
      at: step.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (!step.reason) return;
  const reason = reasons.seal(tx, String(id), step.reason);
  await tx.updateTable('pairs.steps').set({ reason }).where('id', '=', id).execute();
}

export interface DoneStep {
  readonly act: string;
  readonly byPerson: string | null;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
}

/** What was done to an application or a pair, the newest first; at most a hundred. */
export async function listSteps(
  db: Database,
  of: { readonly applicationId: string } | { readonly pairId: string },
): Promise<DoneStep[]> {
  const rows = await db
    .selectFrom('pairs.steps')
    .selectAll()
    .where(
      'applicationId' in of ? 'application_id' : 'pair_id',
      '=',
      'applicationId' in of ? of.applicationId : of.pairId,
    )
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    act: row.act,
    byPerson: row.by_person,
    reason: reasons.open(db, String(row.id), row.reason),
    at: row.at,
  }));
}
