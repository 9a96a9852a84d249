import { dayInJapan } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { findWholeChildren } from '../../children/store/whole.ts';
import { listAtClass } from '../../store/commitments.ts';
import type { Session } from '../../types.ts';
import { publish } from '../events.ts';
import { insertEntries, listBarredAt, listKnown, listOfDevice } from '../store/door.ts';
import { readMark } from './list-mark.ts';
import { doorOpensAt, isDayOpen } from './rules/hours.ts';
import { matchOf } from './rules/match.ts';
import type { DoorEntry } from './rules/presence.ts';
import { type LoggedPress, type Press, writeKey } from './rules/press.ts';

interface Sent {
  readonly session: Session;
  readonly device: string;
  readonly presses: readonly LoggedPress[];
  readonly byPersonId: string;
  readonly now: Temporal.Instant;
}

interface Taken {
  /** What is of no child of this day, differs from what the device has sent under the same number, or comes from another's device: it was not written. */
  readonly refused: readonly number[];
  readonly childIds: readonly string[];
}

/**
 * Takes in a part of a phone's log; what it has sent before is known by its number and stays as it was written first. A
 * hand-over is never refused for whom it was to: it has happened, and the desk is told.
 */
export async function takePresses(tx: Tx, sent: Sent): Promise<Outcome<Taken>> {
  const { session, device, presses, now } = sent;
  if (!isDayOpen(session, now)) return refuse('day_is_not_open');
  if (await isOfAnother(tx, sent)) return accept({ refused: presses.map(({ seq }) => seq), childIds: [] });
  const named = [...new Set(presses.flatMap(({ press }) => (press.act === 'undo' ? [] : press.childId)))];
  const known = await listKnown(tx, session.id, named);
  const fitting = presses.filter(({ press }) => press.act === 'undo' || known.has(press.childId));
  const once = [...new Map(fitting.map((one) => [one.seq, one])).values()];
  const added = await insertEntries(tx, await judge(tx, sent, once), { sessionId: session.id, heardAt: now });
  await tell(tx, sent, added);
  const before = new Map((await listOfDevice(tx, session.id, device)).map((entry) => [entry.seq, entry]));
  return accept({
    refused: presses.filter(({ seq, press }) => !isSame(before.get(seq)?.press, press)).map(({ seq }) => seq),
    childIds: [...known],
  });
}

/** A device is one person's: nobody uses up the numbers under which another's phone has yet to send. */
async function isOfAnother(tx: Tx, { session, device, byPersonId }: Sent): Promise<boolean> {
  return (await listOfDevice(tx, session.id, device)).some((entry) => entry.byPersonId !== byPersonId);
}

/** Of each hand-over, whether whoever took the child stood on the list. */
async function judge(tx: Tx, { session, device, byPersonId, now }: Sent, presses: readonly LoggedPress[]) {
  const childIds = presses.flatMap(({ press }) => (press.act === 'out' ? press.childId : []));
  const around = new Map((await findWholeChildren(tx, childIds)).map((whole) => [whole.child.id, whole]));
  const barredAt = await listBarredAt(tx, childIds);
  const day = dayInJapan(session.startsAt);
  return presses.map(({ seq, at, press }) => {
    const listAt = press.act === 'out' ? readMark(tx, session.id, press.list) : null;
    const whole = press.act === 'out' && around.get(press.childId);
    const match = whole
      ? matchOf({ receivedBy: press.receivedBy, listAt, day, around: whole, barredAt })
      : 'unlisted';
    return {
      ...{ device, seq, press, byPersonId, listAt },
      match: press.act === 'out' ? match : null,
      pressedAt: within(at, doorOpensAt(session), now),
    };
  });
}

/** The clock of a phone may go ahead of ours, or stand years behind it: nobody was pressed before the door opened. */
function within(at: number, opens: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const no = Math.min(Math.max(at, opens.epochMilliseconds), now.epochMilliseconds);
  return Temporal.Instant.fromEpochMilliseconds(no);
}

/** Whether two presses say the same; by which list is kept of the first alone. */
function isSame(one: Press | undefined, other: Press): boolean {
  if (one === undefined || one.act !== other.act) return false;
  if (one.act === 'undo') return other.act === 'undo' && writeKey(one.undoes) === writeKey(other.undoes);
  if (other.act === 'undo' || one.childId !== other.childId) return false;
  return one.act === 'in' || (other.act === 'out' && one.receivedBy === other.receivedBy);
}

async function tell(tx: Tx, { session, byPersonId }: Sent, added: readonly DoorEntry[]): Promise<void> {
  const on = { sessionId: session.id, byPersonId };
  if (added.length === 0) return;
  // Whoever stands beside sees it without asking for the page again.
  const others = (await listAtClass(tx, session.id)).map((id) => `person:${id}` as const);
  await publish(tx, { type: 'classes.door.pressed', ids: on, live: ['desk', ...others] });
  for (const { press, match } of added)
    if (press.act === 'out' && match !== 'listed')
      await publish(tx, {
        type: 'classes.child.handed_over_unlisted',
        ids: { ...on, childId: press.childId },
        live: ['desk'],
      });
}
