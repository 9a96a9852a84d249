import { bookSlot, type Slot } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { callOffMeeting } from '../interpreters/releasing.ts';
import { does, enter, type OnMatter } from '../matter/doing.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import type { Matter } from '../types.ts';
import { APPOINTMENT, findAppointment, type MeetingWay, setAppointment } from './store.ts';

/**
 * Whether somebody can be met in this way at a time that is kept open: a call fits both kinds of place.
 * Refused beside the field: `choose_a_way_that_fits`
 */
export function fitsPlace(way: MeetingWay, place: Slot['place']): Outcome<null> {
  const fits = way === 'phone' || (way === 'online') === (place === 'online');
  return fits ? accept(null) : refuse('choose_a_way_that_fits', {}, 'way');
}

type Choosing = OnMatter & { readonly slotId: string; readonly way: MeetingWay };

const appoint = does<OnMatter & { readonly slot: Slot; readonly way: MeetingWay }>(
  'appoint',
  async (tx, matter, { slot, way, byPersonId, now }) => {
    // Whoever answers for it is whom they meet.
    if (slot.hostId !== matter.responsibleId) return refuse('slot_is_gone', {}, 'slot');
    const fits = fitsPlace(way, slot.place);
    if (!fits.ok) return fits;
    const key = await openMatterKey(tx, matter.id);
    if (!key || byPersonId === null) return refuse('matter_is_unknown');
    const { hostId, startsAt, endsAt } = slot;
    const whereWords = way === 'phone' ? '' : slot.whereWords;
    await setAppointment(tx, key, { hostId, startsAt, endsAt, way, whereWords, by: byPersonId, now });
    // Two who meet know each other by name.
    return accept({ changes: { is_anonymous: false } });
  },
);

/**
 * Chooses a time that the coordinator who is responsible keeps open. From then on they see each other's names.
 * @throws Refused when a rival was faster
 */
export async function chooseAppointment(tx: Tx, on: Choosing): Promise<Outcome<Matter>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const matter = entered.value;
  const booked = await bookSlot(tx, on.slotId, {
    kind: APPOINTMENT,
    now: on.now,
    async make(slot) {
      const done = await appoint(tx, { ...on, slot });
      if (!done.ok) return done;
      const key = await openMatterKey(tx, matter.id);
      const made = key && (await findAppointment(tx, key));
      return made ? accept(made.id) : refuse('matter_is_unknown');
    },
  });
  return booked.ok ? accept(matter) : booked;
}

/** It will not take place, by either; the time is open again. */
export const callOff = does<OnMatter>('call_off', async (tx, matter, { now }) => {
  await callOffMeeting(tx, matter, now);
  return accept({ changes: {} });
});
