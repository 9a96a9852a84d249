import { accept, refuse } from '../../../platform/refusal.ts';
import { type Channel, findReach } from '../../people/index.ts';
import { stayInTouch } from '../closing/in-touch.ts';
import { does, type OnPair } from '../pair/doing.ts';
import type { Doer, Side } from '../types.ts';
import { giveContacts, takeContactsBack } from './store.ts';

interface OnSide extends OnPair {
  readonly doer: Doer<Side>;
}

/**
 * One side lets the other see by which of their ways they can be reached: told once both have. Refuses none, a way that
 * they have not told us, while they do not write to each other, and once it is over unless both wish to stay in touch.
 */
export const giveContact = does<OnSide & { readonly channels: readonly Channel[] }>(
  'give_contact',
  async (tx, { pair }, { doer, channels }) => {
    const { personId, party: side, now } = doer;
    if (pair.writingStoppedAt || !personId) return refuse('writing_is_stopped_already');
    if (pair.overAt && !(await stayInTouch(tx, pair, now))) return refuse('pair_has_moved_on');
    const known = await findReach(tx, personId);
    if (channels.length === 0 || channels.some((channel) => !known[channel]))
      return refuse('choose_how_to_be_reached', {}, 'channels');
    await giveContacts(tx, pair.id, { side, personId, channels, at: now });
    return accept({});
  },
);

/** They are not seen any more, by either: what is shown is shown by both. */
export const takeContactBack = does<OnSide>('take_contact_back', async (tx, { pair }, { doer }) => {
  await takeContactsBack(tx, pair.id, doer.party);
  return accept({});
});
