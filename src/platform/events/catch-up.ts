import { sql } from 'kysely';
import type { Database, Tx } from '../database/connect.ts';
import { inTransaction, isDatabaseAway } from '../database/transaction.ts';
import { addJob } from '../jobs/add-job.ts';
import { forEachByItself } from '../jobs/each.ts';
import type { JobContext } from '../jobs/task.ts';
import { type HeardEvent, type Listener, taskOf } from './listener.ts';
import { withoutPublishers } from './positions.ts';

/**
 * Has listeners that are behind hear what lies after their position, one event after the other in order, until they have caught
 * up; from then on who publishes adds their jobs. One event that fails is tried again by itself, and those behind it are heard.
 * Of two processes one does it.
 */
export async function catchUp(
  listeners: readonly Listener[],
  context: JobContext,
  signal: AbortSignal,
): Promise<void> {
  const names = await listBehind(context.db);
  const known = Map.groupBy(listeners, ({ name }) => name);
  await forEachByItself(names, async (name) => {
    const same = known.get(name);
    if (same) await catchUpOne({ name, same }, context, signal);
  });
}

/** A name, and what is heard under it. */
interface Behind {
  readonly name: string;
  readonly same: readonly Listener[];
}

async function listBehind(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct listener as name from platform.listener_positions where heard_to is not null`.execute(db);
  return rows.map(({ name }) => name);
}

async function catchUpOne(behind: Behind, context: JobContext, signal: AbortSignal): Promise<void> {
  for (;;) {
    const horizon = await withoutPublishers(context.db, (tx) => closeGap(tx, behind));
    if (horizon === null) return;
    // Up to there nothing can appear any more that has a smaller number: sequences are given before commits.
    for (let heard: Heard = 'heard'; heard !== 'all'; ) {
      heard = await inTransaction(context.db, (tx) => hearNext(tx, { ...behind, horizon }, context));
      if (heard === 'elsewhere' || signal.aborted) return;
    }
  }
}

const eventsOf = ({ same }: Behind) => same.map(({ event }) => event);

/** @returns whether the positions are ours; another process that is at it has them until its transaction ends */
async function lockPositions(tx: Tx, behind: Behind): Promise<boolean> {
  const { rows } = await sql`select from platform.listener_positions
    where listener = ${behind.name} and event = any(${eventsOf(behind)}) and heard_to is not null
    for update skip locked`.execute(tx);
  return rows.length > 0;
}

/** @returns up to where there is something to hear; null when the listener has caught up, or another process is at it */
async function closeGap(tx: Tx, behind: Behind): Promise<number | null> {
  if (!(await lockPositions(tx, behind))) return null;
  const { rows } = await sql<{ horizon: number | null }>`
    select max(e.sequence) as horizon from platform.events e
    join platform.listener_positions p on p.event = e.type and e.sequence > p.heard_to
    where p.listener = ${behind.name} and p.event = any(${eventsOf(behind)})`.execute(tx);
  const horizon = rows[0]?.horizon ?? null;
  if (horizon === null)
    await sql`update platform.listener_positions set heard_to = null
      where listener = ${behind.name} and event = any(${eventsOf(behind)}) and heard_to is not null`.execute(
      tx,
    );
  return horizon;
}

/** Whether an event was heard, all are up to the horizon, or another process is at it. */
type Heard = 'heard' | 'all' | 'elsewhere';

async function hearNext(tx: Tx, behind: Behind & { horizon: number }, context: JobContext): Promise<Heard> {
  if (!(await lockPositions(tx, behind))) return 'elsewhere';
  const { rows } = await sql<HeardEvent & { sequence: number }>`
    select e.sequence, e.id, e.type, e.ids from platform.events e
    join platform.listener_positions p on p.event = e.type and e.sequence > p.heard_to
    where p.listener = ${behind.name} and p.event = any(${eventsOf(behind)}) and e.sequence <= ${behind.horizon}
    order by e.sequence limit 1`.execute(tx);
  const [next] = rows;
  if (!next) return 'all';
  await hearOrTryAgain(tx, behind, next, context);
  await sql`update platform.listener_positions set heard_to = ${next.sequence}
    where listener = ${behind.name} and event = any(${eventsOf(behind)}) and heard_to < ${next.sequence}`.execute(
    tx,
  );
  return 'heard';
}

async function hearOrTryAgain(
  tx: Tx,
  { same }: Behind,
  { sequence, ...heard }: HeardEvent & { readonly sequence: number },
  context: JobContext,
): Promise<void> {
  const listener = same.find(({ event }) => event === heard.type);
  if (!listener) return;
  try {
    await listener.handle(heard, context);
  } catch (problem) {
    if (isDatabaseAway(problem)) throw problem;
    context.log.warn({ listener: listener.name, event: heard.type, err: problem }, 'an event is tried again');
    await addJob(tx, taskOf(listener), { sequence });
  }
}
