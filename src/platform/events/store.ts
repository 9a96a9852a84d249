import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../database/connect.ts';
import type { HeardEvent } from './listener.ts';

/** Publishing transactions hold it together until they have committed; who must have none under way takes it alone. */
const PUBLISHING = 7047;

/** A listener's task, in SQL as in `taskOf`. */
export const taskName = (row: string): RawBuilder<string> =>
  sql`'hear:' || ${sql.ref(`${row}.listener`)} || ':' || ${sql.ref(`${row}.event`)}`;

/** Keeps events once, in this order, and adds a job for every listener that has caught up; the others will find them. */
export async function keepEvents(tx: Tx, events: readonly HeardEvent<string, object>[]): Promise<void> {
  const idsOf = events.map(({ ids }) => JSON.stringify(ids));
  await sql`select pg_advisory_xact_lock_shared(${PUBLISHING})`.execute(tx);
  await sql`with kept as (
      insert into platform.events (id, type, ids)
      select id, type, ids::jsonb from unnest(${events.map(({ id }) => id)}::text[],
        ${events.map(({ type }) => type)}::text[], ${idsOf}::text[]) with ordinality as e (id, type, ids, at) order by at
      on conflict (id) do nothing returning sequence, type)
    select graphile_worker.add_job(${taskName('l')}, json_build_object('sequence', k.sequence), max_attempts := 12)
    from kept k join platform.listener_positions l on l.event = k.type and l.heard_to is null`.execute(tx);
}

/** Waits until no publishing transaction is under way and lets none begin until this one ends; must be short. */
export async function keepPublishersOut(tx: Tx): Promise<void> {
  // Who publishes may wait for a row of somebody who waits behind us: we give up soon, and try again.
  await sql`set local lock_timeout = '400ms'`.execute(tx);
  await sql`select pg_advisory_xact_lock(${PUBLISHING})`.execute(tx);
  await sql`set local lock_timeout = '5s'`.execute(tx);
}

/** @returns null for an event whose term is over */
export async function findEvent(db: Database, sequence: number): Promise<HeardEvent | null> {
  const { rows } = await sql<HeardEvent>`
    select id, type, ids from platform.events where sequence = ${sequence}`.execute(db);
  return rows[0] ?? null;
}
