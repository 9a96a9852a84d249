import type { Database, Tx } from '../../../platform/database/connect.ts';

export const DEADLINES = ['visa', 'appeal', 'payment', 'court', 'moving_out', 'other'] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

/** A day after which something is too late. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly onDay: Temporal.PlainDate;
  readonly doneAt: Temporal.Instant | null;
}

export async function listDeadlines(db: Database, matterId: string): Promise<Deadline[]> {
  const rows = await db
    .selectFrom('consultations.deadlines')
    .select(['id', 'kind', 'on_day as onDay', 'done_at as doneAt'])
    .where('matter_id', '=', matterId)
    .orderBy('on_day')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as DeadlineKind }));
}

export async function insertDeadline(
  tx: Tx,
  deadline: {
    readonly matterId: string;
    readonly kind: DeadlineKind;
    readonly onDay: Temporal.PlainDate;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('consultations.deadlines')
    .values({
      matter_id: deadline.matterId,
      kind: deadline.kind,
      on_day: deadline.onDay,
      entered_by: deadline.by,
      entered_at: deadline.now,
    })
    .execute();
}

/** @returns whether there was one that was not done yet */
export async function markDeadlineDone(
  tx: Tx,
  { matterId, id, now }: { readonly matterId: string; readonly id: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const row = await tx
    .updateTable('consultations.deadlines')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('matter_id', '=', matterId)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
