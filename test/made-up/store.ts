import './tables.ts';
import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../src/platform/database/paging.ts';
import { sealedColumn } from '../../src/platform/sealed/column.ts';
import type { Walk } from './rules.ts';

const meetingPlace = sealedColumn('walks.walks.meeting_place');

function walks(db: Database) {
  return db
    .selectFrom('walks.walks')
    .select(['id', 'proposer_id as proposerId', 'joiner_id as joinerId', 'on_day as onDay'])
    .select('meeting_place as place');
}

type Row = Awaited<ReturnType<ReturnType<typeof walks>['execute']>>[number];

const open = (db: Database, { place, ...row }: Row): Walk => ({
  ...row,
  meetingPlace: meetingPlace.open(db, row.id, place),
});

/** @returns null when there is no such walk; with `locked`, nobody joins it before the transaction ends */
export async function findWalk(db: Database, id: string, lock?: 'locked'): Promise<Walk | null> {
  const query = walks(db).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? open(db, row) : null;
}

/** Walks that somebody proposed or joins, the latest day first. */
export async function listWalksOf(db: Database, personId: string, window: Window): Promise<Page<Walk>> {
  let query = walks(db).where((is) =>
    is.or([is('proposer_id', '=', personId), is('joiner_id', '=', personId)]),
  );
  if (window.after) {
    const last = await findWalk(db, window.after);
    if (last)
      query = query.where((is) => is(is.refTuple('on_day', 'id'), '<', is.tuple(last.onDay, last.id)));
  }
  const found = await query
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map((row) => open(db, row)), next };
}

/** Walks from a day on on which nobody comes along yet, the nearest first. */
export async function listWaiting(db: Database, from: Temporal.PlainDate, most: number): Promise<Walk[]> {
  const found = walks(db).where('joiner_id', 'is', null).where('on_day', '>=', from);
  const rows = await found.orderBy('on_day').orderBy('id').limit(most).execute();
  return rows.map((row) => open(db, row));
}

export async function insertWalk(
  tx: Tx,
  walk: Omit<Walk, 'id' | 'joinerId'>,
  now: Temporal.Instant,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('walks.walks')
    .values({
      id,
      proposer_id: walk.proposerId,
      joiner_id: null,
      on_day: walk.onDay,
      meeting_place: meetingPlace.seal(tx, id, walk.meetingPlace),
      created_at: now,
    })
    .execute();
  return id;
}

export async function updateJoiner(tx: Tx, id: string, joinerId: string): Promise<void> {
  await tx.updateTable('walks.walks').set({ joiner_id: joinerId }).where('id', '=', id).execute();
}
