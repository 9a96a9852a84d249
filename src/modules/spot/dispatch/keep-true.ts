import type { Logger } from 'pino';
import { DEFAULT_WEIGHTS } from '../../../matching/dispatch/weights.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inSavepoint, inTransaction, isWrongData } from '../../../platform/database/transaction.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { approvalHolderIds, listApprovalHolderIds } from '../../trust/index.ts';
import { epochDay } from '../offer/rules/dispatch.ts';
import { spotSetting } from '../settings.ts';
import { type Moment, readFacts } from './facts.ts';
import { listCopied, lockCopies, takeChanged } from './store/changes.ts';
import { replaceCopies, takeOut } from './store/write.ts';

/** How many volunteers one transaction copies. */
const AT_ONCE = 500;
/** What differs from the weekly hours is copied this far ahead; requests look a year ahead at the most. */
const AHEAD = { years: 3 };

/**
 * Copies anew, out of what holds now, those who have changed since they were copied.
 * @param log hears of whoever cannot be copied
 * @returns how many; call it again until nobody is left
 */
export async function followChanges(db: Database, now: Temporal.Instant, log?: Logger): Promise<number> {
  const settings = await readSetting(db, spotSetting);
  return inTransaction(db, async (tx) => {
    await lockCopies(tx);
    const ids = await takeChanged(tx, AT_ONCE);
    await copyAnew(tx, ids, { now, settings, log });
    return ids.length;
  });
}

/**
 * Copies anew the next few of all who hold an approval or have a copy, in the order of ids: rest counts as of today then,
 * and whatever no change was noted for is true again.
 * @param after the last id of the page before, null for the first page
 * @returns the last id of the page; null when all are done
 */
export async function renewCopies(
  db: Database,
  after: string | null,
  { now, log }: { now: Temporal.Instant; log: Logger },
): Promise<string | null> {
  const settings = await readSetting(db, spotSetting);
  return inTransaction(db, async (tx) => {
    await lockCopies(tx);
    const holders = await listApprovalHolderIds(tx, after, AT_ONCE);
    const copied = await listCopied(tx, after, AT_ONCE);
    const ids = [...new Set([...holders, ...copied])].sort().slice(0, AT_ONCE);
    await copyAnew(tx, ids, { now, settings, log });
    return ids.length < AT_ONCE ? null : (ids.at(-1) ?? null);
  });
}

interface Copying extends Moment {
  readonly log: Logger | undefined;
}

/**
 * Copies all, except those with whom something is wrong: they lose their copy, so that nobody waits behind them. With
 * everybody something is wrong only when something is wrong with the program.
 * @throws when not one of several could be copied
 */
async function copyAnew(tx: Tx, ids: readonly string[], { log, ...moment }: Copying): Promise<void> {
  const wrong = await copyAllBut(tx, ids, moment);
  if (wrong.length > 1 && wrong.length === ids.length) throw wrong[0]?.problem;
  await takeOut(
    tx,
    wrong.map(({ id }) => id),
  );
  for (const { id, problem } of wrong)
    log?.error({ volunteer: id, problem: String(problem) }, 'a volunteer cannot be copied for dispatch');
}

interface Wrong {
  readonly id: string;
  readonly problem: unknown;
}

/** Copies as many as can be: all at once, and by halves where that fails. @returns the others, and why */
async function copyAllBut(tx: Tx, ids: readonly string[], moment: Moment): Promise<Wrong[]> {
  try {
    await inSavepoint(tx, () => copy(tx, ids, moment));
    return [];
  } catch (problem) {
    if (!isWrongData(problem)) throw problem;
    const [id] = ids;
    if (ids.length === 1 && id) return [{ id, problem }];
    const half = Math.ceil(ids.length / 2);
    const first = await copyAllBut(tx, ids.slice(0, half), moment);
    return [...first, ...(await copyAllBut(tx, ids.slice(half), moment))];
  }
}

/** Whoever holds no approval loses their copy. That somebody rests or a step has run out is asked when they are proposed. */
async function copy(tx: Tx, ids: readonly string[], moment: Moment): Promise<void> {
  if (ids.length === 0) return;
  const { now, settings } = moment;
  const fromOn = now.toZonedDateTimeISO(settings.timeZone).toPlainDate();
  const holders = await approvalHolderIds(tx, ids);
  const volunteers = await readFacts(tx, [...holders], moment, { fromOn, untilOn: fromOn.add(AHEAD) });
  const { timeZone } = settings;
  const day = epochDay(now, settings);
  await replaceCopies(tx, { ids, volunteers, weights: DEFAULT_WEIGHTS, day, timeZone });
}
