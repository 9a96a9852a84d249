import type { Database, Tx } from '../../database/connect.ts';
import type { FaultKind } from '../chain/follow.ts';

/** What administrators are told of; `reading` is about somebody, the others about a place in the chain. */
export type AlarmKind = FaultKind | 'reading';

/** Why somebody ended an alarm. Reasons to choose from: nothing about a person is written down here. */
export const CLOSING_REASONS = ['was_their_work', 'backup_was_restored', 'looked_into'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export interface Alarm {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly raisedAt: Temporal.Instant;
  readonly position: number | null;
  /** Who has read how many records within an hour and a day. */
  readonly personId: string | null;
  readonly hourCount: number | null;
  readonly dayCount: number | null;
  readonly closedAt: Temporal.Instant | null;
  readonly closedBy: string | null;
  readonly closedBecause: ClosingReason | null;
}

export type NewAlarm =
  | { readonly kind: FaultKind; readonly position: number }
  | {
      readonly kind: 'reading';
      readonly personId: string;
      readonly hourCount: number;
      readonly dayCount: number;
    };

/** @returns its id; null when the same is known already */
export async function raiseAlarm(tx: Tx, alarm: NewAlarm, now: Temporal.Instant): Promise<string | null> {
  const about =
    alarm.kind === 'reading'
      ? { person_id: alarm.personId, hour_count: alarm.hourCount, day_count: alarm.dayCount }
      : { position: alarm.position };
  const raised = await tx
    .insertInto('audit.alarms')
    .values({ kind: alarm.kind, raised_at: now, ...about })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return raised?.id ?? null;
}

/** The newest of those that a reader may see: never those about themselves. */
export async function listAlarms(db: Database, readerId: string, most: number): Promise<Alarm[]> {
  const rows = await db
    .selectFrom('audit.alarms')
    .select([
      'id',
      'kind',
      'raised_at as raisedAt',
      'position',
      'person_id as personId',
      'hour_count as hourCount',
      'day_count as dayCount',
      'closed_at as closedAt',
      'closed_by as closedBy',
      'closed_because as closedBecause',
    ])
    .where((is) => is.or([is('person_id', 'is', null), is('person_id', '<>', readerId)]))
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('raised_at', 'desc')
    .limit(most)
    .execute();
  return rows as Alarm[];
}

/** @returns whether there was an open one that this person may end: not one about themselves */
export async function closeAlarm(
  tx: Tx,
  id: string,
  end: { by: string; because: ClosingReason; now: Temporal.Instant },
): Promise<boolean> {
  const closed = await tx
    .updateTable('audit.alarms')
    .set({ closed_at: end.now, closed_by: end.by, closed_because: end.because })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where((is) => is.or([is('person_id', 'is', null), is('person_id', '<>', end.by)]))
    .executeTakeFirst();
  return closed.numUpdatedRows > 0n;
}
