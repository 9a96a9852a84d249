import type { Logger } from 'pino';
import { epochDay } from '../../matching/dispatch/times.ts';
import { DEFAULT_WEIGHTS } from '../../matching/dispatch/weights.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { inSavepoint, inTransaction, isWrongData } from '../../platform/database/transaction.ts';
import { listCopied, lockCopies, takeChanged } from './store/changes.ts';
import { replaceCopies, takeOut } from './store/write.ts';
import type { Moment, Volunteers } from './volunteers.ts';

/** How many volunteers one transaction copies. */
const AT_ONCE = 500;
/** What differs from the weekly hours is copied this far ahead; requests look a year ahead at the most. */
const AHEAD = { years: 3 };

/** When copies are made, and who hears of whoever cannot be copied. */
export interface Following {
  readonly now: Temporal.Instant;
  readonly log?: Logger | undefined;
}

/**
 * Copies anew, out of what holds now, those who have changed since they were copied.
 * @returns how many; call it again until nobody is left
 */
export async function followChanges(
  db: Database,
  volunteers: Volunteers,
  following: Following,
): Promise<number> {
  return inTransaction(db, (tx) => followChangesIn(tx, volunteers, following));
}

/** The same within a transaction, which sees its own changes. */
export async function followChangesIn(
  tx: Tx,
  volunteers: Volunteers,
  { now, log }: Following,
): Promise<number> {
  const timeZone = await volunteers.timeZoneOf(tx);
  await lockCopies(tx);
  const ids = await takeChanged(tx, AT_ONCE);
  await copyAnew(tx, ids, { volunteers, now, timeZone, log });
  return ids.length;
}

/**
 * Copies anew the next few of all who hold an approval or have a copy, in the order of ids: rest counts as of today then,
 * and whatever no change was noted for is true again.
 * @param after the last id of the page before, null for the first page
 * @returns the last id of the page; null when all are done
 */
export async function renewCopies(
  db: Database,
  volunteers: Volunteers,
  { after, now, log }: Following & { readonly after: string | null },
): Promise<string | null> {
  const timeZone = await volunteers.timeZoneOf(db);
  return inTransaction(db, async (tx) => {
    await lockCopies(tx);
    const holders = await volunteers.list(tx, after, AT_ONCE);
    const copied = await listCopied(tx, after, AT_ONCE);
    const ids = [...new Set([...holders, ...copied])].sort().slice(0, AT_ONCE);
    await copyAnew(tx, ids, { volunteers, now, timeZone, log });
    return ids.length < AT_ONCE ? null : (ids.at(-1) ?? null);
  });
}

interface Copying extends Moment, Pick<Following, 'log'> {
  readonly volunteers: Volunteers;
}

/**
 * Copies all, except those with whom something is wrong: they lose their copy, so that nobody waits behind them. With
 * everybody something is wrong only when something is wrong with the program.
 * @throws when not one of several could be copied
 */
async function copyAnew(tx: Tx, ids: readonly string[], copying: Copying): Promise<void> {
  const wrong = await copyAllBut(tx, ids, copying);
  if (wrong.length > 1 && wrong.length === ids.length) throw wrong[0]?.problem;
  await takeOut(
    tx,
    wrong.map(({ id }) => id),
  );
  for (const { id, problem } of wrong)
    copying.log?.error(
      { volunteer: id, problem: String(problem) },
      'a volunteer cannot be copied for dispatch',
    );
}

interface Wrong {
  readonly id: string;
  readonly problem: unknown;
}

/** Copies as many as can be: all at once, and by halves where that fails. @returns the others, and why */
async function copyAllBut(tx: Tx, ids: readonly string[], copying: Copying): Promise<Wrong[]> {
  try {
    await inSavepoint(tx, () => copy(tx, ids, copying));
    return [];
  } catch (problem) {
    if (!isWrongData(problem)) throw problem;
    const [id] = ids;
    if (ids.length === 1 && id) return [{ id, problem }];
    const half = Math.ceil(ids.length / 2);
    const first = await copyAllBut(tx, ids.slice(0, half), copying);
    return [...first, ...(await copyAllBut(tx, ids.slice(half), copying))];
  }
}

/** Whoever may not be asked at all loses their copy. That somebody rests or a step has run out is asked when they are proposed. */
async function copy(tx: Tx, ids: readonly string[], { volunteers, now, timeZone }: Copying): Promise<void> {
  if (ids.length === 0) return;
  const fromOn = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const holders = await volunteers.among(tx, ids);
  const days = { fromOn, untilOn: fromOn.add(AHEAD) };
  const read = await volunteers.read(tx, [...holders], { now, timeZone }, days);
  const day = epochDay(now, timeZone);
  await replaceCopies(tx, { ids, volunteers: read, weights: DEFAULT_WEIGHTS, day, timeZone });
}
