import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import { publish } from '../../events.ts';
import { findPromise } from '../../promises/store/promises.ts';
import type { ChargeFacts } from '../provider.ts';
import { countLike, insertFailure, listPagesSince } from '../store/card-failures.ts';
import { findLastOpening, findRest, insertRest, lockCards } from '../store/card-rests.ts';
import { CLOSE_PAGE } from './close-page.ts';
import { judge } from './rules.ts';

/**
 * Counts a card that failed at the provider's page. Too many at one page or of one card close the page; too many within an hour
 * have all cards rest, close every page at which one of them failed, and are told to the treasurer.
 */
export async function takeInFailedCard(tx: Tx, charge: ChargeFacts, now: Temporal.Instant): Promise<void> {
  if (!(await isAttempt(tx, charge))) return;
  await lockCards(tx);
  if (!(await insertFailure(tx, charge))) return;
  const since = await countedSince(tx, now);
  const failures = await countLike(tx, charge, { now, since });
  const { closesPage, rests } = judge(failures);
  const isResting = (await findRest(tx)) !== null;
  if (rests && !isResting) {
    const restId = await insertRest(tx, { failed: failures.inHour, now });
    await publish(tx, { type: 'giving.cards.rested', ids: { restId } });
    for (const one of await listPagesSince(tx, since)) await closeLater(tx, one);
  } else if (closesPage || isResting) await closeLater(tx, charge.id);
}

/** The last hour; what failed before the treasurer opened again is settled. */
export async function countedSince(db: Database, now: Temporal.Instant): Promise<Temporal.Instant> {
  const hour = now.subtract({ hours: 1 });
  const opened = await findLastOpening(db);
  return opened && Temporal.Instant.compare(opened, hour) > 0 ? opened : hour;
}

/** A card of a monthly gift that fails at the turn of a month is nobody's attempt. */
async function isAttempt(tx: Tx, { channel, subscription, reference }: ChargeFacts): Promise<boolean> {
  if (channel !== 'card') return false;
  if (!subscription) return true;
  const promise = reference?.kind === 'promise' ? await findPromise(tx, reference.id) : null;
  return promise?.beganAt === null;
}

const closeLater = (tx: Tx, charge: string) =>
  addJob(tx, CLOSE_PAGE, { charge }, { key: `${CLOSE_PAGE}:${charge}` });
