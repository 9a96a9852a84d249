import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Tx } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Listener, taskOf } from './listener.ts';
import { keepPublishersOut, taskName } from './store.ts';

/**
 * Makes listeners known to whoever publishes, in this process or another; called before anybody is let in. One that is new hears
 * from where it says, one that has a new name from where it had got to, one that was away hears what it has missed (`catchUp`).
 * @throws when two listeners to one event have the same name
 */
export async function registerListeners(db: Database, listeners: readonly Listener[]): Promise<void> {
  const all = listeners.map(({ name, event, from, formerly = [] }) => ({ name, event, from, formerly }));
  const twice = all.find((one, index) => all.findIndex((two) => isSame(one, two)) !== index);
  if (twice) throw new Error(`two listeners to ${twice.event} are called ${twice.name}`);
  await noteSeen(db, listeners);
  const { rows: missing } = await sql<(typeof all)[number]>`
    select l.name, l.event, l.from, l.formerly from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      as l(name text, event text, "from" text, formerly jsonb)
    where not exists (select from platform.listener_positions p where p.listener = l.name and p.event = l.event)`.execute(
    db,
  );
  if (missing.length === 0) return;
  await withoutPublishers(db, async (tx) => {
    await sql`insert into platform.listener_positions (listener, event, heard_to)
      select l.name, l.event, case when f.is_there then f.heard_to when l.from = 'beginning' then 0 end
      from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb)
        as l(name text, event text, "from" text, formerly jsonb)
      left join lateral (
        select true as is_there, min(p.heard_to) as heard_to from platform.listener_positions p
        where p.event = l.event and l.formerly ? p.listener having count(*) > 0) f on true
      on conflict do nothing`.execute(tx);
    // A name that is new to the queue makes whoever else adds such a job wait until it is there.
    await sql`insert into graphile_worker._private_tasks (identifier)
      select unnest(${missing.map(taskOf)}::text[]) on conflict do nothing`.execute(tx);
  });
}

const isSame = (one: Pick<Listener, 'name' | 'event'>, two: Pick<Listener, 'name' | 'event'>) =>
  one.name === two.name && one.event === two.event;

/** Notes that a program runs that knows these listeners. */
export async function noteSeen(db: Database, listeners: readonly Listener[]): Promise<void> {
  const known = JSON.stringify(listeners.map(({ name, event }) => ({ name, event })));
  // A row that is locked belongs to somebody who is catching up, and is known.
  await sql`with known as (
      select p.listener, p.event from platform.listener_positions p
      join jsonb_to_recordset(${known}::jsonb) as l(name text, event text) on p.listener = l.name and p.event = l.event
      for update of p skip locked)
    update platform.listener_positions p set seen_at = now() from known k
    where p.listener = k.listener and p.event = k.event`.execute(db);
}

/**
 * No more jobs for listeners that no program has known for a day: they would wait for nobody. Where each has got to is kept, and
 * one that comes back hears the rest from there.
 */
export async function restUnknown(db: Database): Promise<void> {
  const gone = sql`select listener, event from platform.listener_positions
    where heard_to is null and seen_at < now() - interval '1 day'`;
  if ((await gone.execute(db)).rows.length === 0) return;
  await withoutPublishers(db, async (tx) => {
    await sql`with gone as (${gone}),
      waiting as (
        delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t, gone g
        where t.id = j.task_id and j.locked_at is null and t.identifier = ${taskName('g')}
        returning g.listener, g.event, (j.payload ->> 'sequence')::bigint as sequence)
      update platform.listener_positions p set heard_to = coalesce(
        (select min(w.sequence) - 1 from waiting w where w.listener = p.listener and w.event = p.event),
        (select max(sequence) from platform.events), 0)
      from gone g where p.listener = g.listener and p.event = g.event`.execute(tx);
  });
}

const MOST_TRIES = 50;
const LOCK_NOT_AVAILABLE = '55P03';

/** Does short work while no publishing transaction is under way: what it reads is all that was published before. */
export async function withoutPublishers<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(db, async (tx) => {
        await keepPublishersOut(tx);
        return work(tx);
      });
    } catch (problem) {
      if ((problem as { code?: string }).code !== LOCK_NOT_AVAILABLE || tries === MOST_TRIES) throw problem;
      await sleep(200);
    }
  }
}
