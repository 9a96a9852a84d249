import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingPromiseSteps } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { PromiseStep, StepAct } from '../types.ts';

const reasons = sealedColumn('giving.promise_steps.reason');

export type NewStep = Omit<PromiseStep, 'id'>;

/** Writes down what was done. @returns its id, or null where the same was done once already */
export async function insertStep(tx: Tx, step: NewStep): Promise<number | null> {
  const written = await tx
    .insertInto('giving.promise_steps')
    .values({
      promise_id: step.promiseId,
      act: step.act,
      party: step.party,
      by_person: step.byPerson,
      from_state: step.from,
      to_state: step.to,
      amount_before: step.amounts?.before ?? null,
      amount_after: step.amounts?.after ?? null,
      paused_until: step.pausedUntil,
      once: step.once,
      at: step.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['promise_id', 'once']).where('once', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!written) return null;
  if (step.reason) {
    const reason = reasons.seal(tx, String(written.id), step.reason);
    await tx.updateTable('giving.promise_steps').set({ reason }).where('id', '=', written.id).execute();
  }
  return written.id;
}

/** Whether something that is done once was done. */
export async function wasDone(db: Database, promiseId: string, once: string): Promise<boolean> {
  const row = await db
    .selectFrom('giving.promise_steps')
    .select('id')
    .where('promise_id', '=', promiseId)
    .where('once', '=', once)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findStep(db: Database, id: number): Promise<PromiseStep | null> {
  const row = await db.selectFrom('giving.promise_steps').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toStep(db, row) : null;
}

/** What was done to a promise, the newest first; at most a hundred. */
export async function listSteps(db: Database, promiseId: string): Promise<PromiseStep[]> {
  const rows = await db
    .selectFrom('giving.promise_steps')
    .selectAll()
    .where('promise_id', '=', promiseId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => toStep(db, row));
}

function toStep(db: Database, row: Selectable<GivingPromiseSteps>): PromiseStep {
  const { amount_before: before, amount_after: after } = row;
  return {
    id: row.id,
    promiseId: row.promise_id,
    act: row.act as StepAct,
    party: row.party,
    byPerson: row.by_person,
    from: row.from_state,
    to: row.to_state,
    amounts: before === null || after === null ? null : { before, after },
    pausedUntil: row.paused_until,
    once: row.once,
    reason: reasons.open(db, String(row.id), row.reason),
    at: row.at,
  };
}
