import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, Refused, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { hoursSetting } from '../hours.ts';
import { MOST_OPEN, type Offering, startsOf } from './rules.ts';
import {
  deleteBookings,
  deleteSlot,
  insertBooking,
  insertSlot,
  listSlotsOf,
  lockOpenSlot,
  type Slot,
} from './store.ts';

/**
 * Keeps times of a part of a day open. Refuses what `startsOf` does, times at which their host has others, and more than
 * `MOST_OPEN` in all; then none is kept.
 * @returns how many times
 * @throws Refused, which ends the transaction
 */
export async function offerSlots(
  tx: Tx,
  offering: Offering & Pick<Slot, 'kind' | 'hostId' | 'place' | 'whereWords'>,
  now: Temporal.Instant,
): Promise<Outcome<number>> {
  const { kind, hostId, place, whereWords, minutes } = offering;
  const starts = startsOf(offering, await readSetting(tx, hoursSetting), now);
  if (!starts.ok) return starts;
  const open = (await listSlotsOf(tx, hostId, now)).length + starts.value.length;
  if (open > MOST_OPEN) return refuse('too_many_times_open', { most: MOST_OPEN }, 'until');
  for (const startsAt of starts.value) {
    const slot = { kind, hostId, startsAt, endsAt: startsAt.add({ minutes }), place, whereWords };
    if (!(await insertSlot(tx, slot, now))) throw new Refused({ code: 'times_overlap', field: 'from' });
  }
  return accept(starts.value.length);
}

/** Takes back a time of one's own. Refuses one that is booked by now. */
export async function takeBackSlot(tx: Tx, id: string, hostId: string): Promise<Outcome<null>> {
  return (await deleteSlot(tx, id, hostId)) ? accept(null) : refuse('slot_is_booked');
}

/**
 * Books an open time for a thing of the program, which gets the time first and gives its id; a time that it had is open
 * again. Refuses `slot_is_gone`, and whatever the program refuses.
 * @param make keeps the thing for this time; it can look at the slot, which nobody takes back meanwhile
 * @throws Refused when a rival was faster, which ends the transaction
 */
export async function bookSlot<Id extends string>(
  tx: Tx,
  slotId: string,
  booking: {
    readonly kind: string;
    readonly now: Temporal.Instant;
    readonly make: (slot: Slot) => Promise<Outcome<Id>>;
  },
): Promise<Outcome<Id>> {
  const slot = await lockOpenSlot(tx, slotId, booking);
  if (!slot) return refuse('slot_is_gone', {}, 'slot');
  const made = await booking.make(slot);
  if (!made.ok) return made;
  await deleteBookings(tx, [made.value]);
  const isOurs = await insertBooking(tx, slot.id, { forId: made.value, at: booking.now });
  if (!isOurs) throw new Refused({ code: 'slot_is_gone', field: 'slot' });
  return made;
}

/** Opens the times again that were booked for things which take place at another time, or not at all. */
export function freeSlots(tx: Tx, forIds: readonly string[]): Promise<void> {
  return deleteBookings(tx, forIds);
}
