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

const MOST_AT_ONCE = 200;

/** Days of open matters that are not done and come until this day. */
export function listNear(
  db: Database,
  until: Temporal.PlainDate,
): Promise<
  readonly {
    readonly id: string;
    readonly matterId: string;
    readonly residentId: string;
    readonly onDay: Temporal.PlainDate;
    readonly toldDays: number | null;
  }[]
> {
  return (
    db
      .selectFrom('consultations.deadlines as d')
      .innerJoin('consultations.matters as m', 'm.id', 'd.matter_id')
      .select(['d.id', 'd.matter_id as matterId', 'm.resident_id as residentId', 'd.on_day as onDay'])
      .select('d.told_days as toldDays')
      .where('d.done_at', 'is', null)
      .where('d.on_day', '<=', until)
      // The last step is the day itself: of what is over nobody is told again.
      .where((is) => is.or([is('d.told_days', 'is', null), is('d.told_days', '>', 0)]))
      .where('m.state', '<>', 'closed')
      .orderBy('d.on_day')
      .orderBy('d.id')
      .limit(MOST_AT_ONCE)
      .execute()
  );
}

export async function markTold(tx: Tx, id: string, days: number): Promise<void> {
  await tx.updateTable('consultations.deadlines').set({ told_days: days }).where('id', '=', id).execute();
}
