import { nameForms } from '../../../japanese/alike/name-forms.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { enterCare } from '../desk/commands.ts';
import type { OnMatter } from '../matter/doing.ts';
import type { Matter } from '../types.ts';
import { MOST_NAME_LETTERS, MOST_WRITINGS, writingsOf } from './rules.ts';
import { forgetChecks } from './store/checks.ts';
import { deleteParty, insertParty, listParties, MOST_PARTIES, type PartyRole } from './store/parties.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };

interface Entered {
  readonly role: PartyRole;
  readonly partyName: string;
  readonly writings: string;
}

/** Enters somebody whom a matter touches. Refused beside the field: a writing without letters, too many, too long ones */
export async function enterParty(tx: Tx, on: On & { readonly entered: Entered }): Promise<Outcome<Matter>> {
  const care = await enterCare(tx, on);
  if (!care.ok) return care;
  const { matter, key, by } = care.value;
  const { role, partyName, writings } = on.entered;
  const names = writingsOf(partyName, writings);
  if (nameForms(partyName).whole.length === 0) return refuse('name_has_no_letters', {}, 'partyName');
  if (names.length > MOST_WRITINGS || names.some((name) => name.length > MOST_NAME_LETTERS))
    return refuse('too_many_writings', { most: MOST_WRITINGS, letters: MOST_NAME_LETTERS }, 'writings');
  const parties = await listParties(tx, key);
  if (parties && parties.length >= MOST_PARTIES) return refuse('too_many_parties', { most: MOST_PARTIES });
  await insertParty(tx, key, { role, names, by, now: on.now });
  await forgetChecks(tx, matter.id);
  return accept(matter);
}

/** Takes out somebody whom the matter does not touch after all. Refused: `party_is_gone` */
export async function removeParty(tx: Tx, on: On & { readonly partyId: string }): Promise<Outcome<Matter>> {
  const care = await enterCare(tx, on);
  if (!care.ok) return care;
  const { matter } = care.value;
  const isGone = await deleteParty(tx, { matterId: matter.id, id: on.partyId });
  return isGone ? accept(matter) : refuse('party_is_gone');
}
