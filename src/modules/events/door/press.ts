import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { insertDoorEntries, listIdsOfEvent, listOfDevice } from '../store/door.ts';
import type { Event } from '../types.ts';
import type { DoorEntry } from './rules/door.ts';
import { type LoggedPress, writePress } from './rules/press.ts';

/** From so long before the start, and afterwards for whatever devices bring late: as long as names of walk-ins are kept. */
const OPENS = { hours: 24 };
const STAYS_OPEN = { hours: 24 * 14 };
const NEVER = ['draft', 'in_review', 'postponed', 'cancelled'];

/** Whether people come to an event now. */
export function isDoorOpen(
  event: Pick<Event, 'state' | 'startsAt' | 'endsAt'>,
  now: Temporal.Instant,
): boolean {
  if (NEVER.includes(event.state) || isDoorOver(event, now)) return false;
  return Temporal.Instant.compare(now, event.startsAt.subtract(OPENS)) >= 0;
}

/** Whether its day is so long ago that nobody has a reason to read the list there; the desk has what is still needed. */
export function isDoorOver({ endsAt }: Pick<Event, 'endsAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, endsAt.add(STAYS_OPEN)) > 0;
}

interface Sent {
  readonly event: Event;
  readonly device: string;
  readonly presses: readonly LoggedPress[];
  readonly byPersonId: string;
  readonly now: Temporal.Instant;
}

interface Taken {
  /** What is none of this event’s, differs from what the device has sent under the same number, or comes from another’s device: it was not written. */
  readonly refused: readonly number[];
  /** Whose presses these are. */
  readonly personIds: readonly string[];
}

/**
 * Takes in a part of a device's log; what it has sent before is known by its number, and stays as it was written first.
 * Nothing is overwritten: who presses otherwise adds another line.
 */
export async function takePresses(tx: Tx, sent: Sent): Promise<Outcome<Taken>> {
  const { event, device, presses, byPersonId, now } = sent;
  if (!isDoorOpen(event, now)) return refuse('door_is_not_open');
  if (await isOfAnother(tx, sent)) return accept({ refused: presses.map(({ seq }) => seq), personIds: [] });
  const named = presses.flatMap(({ press }) => (press.act === 'here' ? press.registrationId : []));
  const known = await listIdsOfEvent(tx, event.id, [...new Set(named)]);
  const fitting = presses.filter(({ press }) => press.act !== 'here' || known.has(press.registrationId));
  const once = [...new Map(fitting.map((one) => [one.seq, one])).values()];
  const entries = once.map(
    ({ seq, at, press }): DoorEntry => ({
      ...{ device, seq, press, byPersonId },
      pressedAt: within(at, event.startsAt.subtract(OPENS), now),
    }),
  );
  const added = new Set(await insertDoorEntries(tx, entries, { eventId: event.id, receivedAt: now }));
  const before = new Map((await listOfDevice(tx, event.id, device)).map((entry) => [entry.seq, entry]));
  const isWritten = ({ seq, press }: LoggedPress) => {
    const entry = before.get(seq);
    return entry !== undefined && writePress(entry.press) === writePress(press);
  };
  if (added.size > 0)
    await publish(tx, {
      type: 'events.door.pressed',
      ids: { eventId: event.id, byPersonId },
      live: ['desk', `person:${event.responsibleId}`],
    });
  return accept({
    refused: presses.filter((one) => !isWritten(one)).map(({ seq }) => seq),
    personIds: [...known.values()].flatMap(({ personId }) => personId ?? []),
  });
}

/** A device is one person’s: nobody uses up the numbers under which another’s has yet to send. */
async function isOfAnother(tx: Tx, { event, device, byPersonId }: Sent): Promise<boolean> {
  return (await listOfDevice(tx, event.id, device)).some((entry) => entry.byPersonId !== byPersonId);
}

/** The clock of a device may go ahead of ours, or stand years behind it: nobody was pressed before the door opened. */
function within(at: number, opens: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const no = Math.min(Math.max(at, opens.epochMilliseconds), now.epochMilliseconds);
  return Temporal.Instant.fromEpochMilliseconds(no);
}
