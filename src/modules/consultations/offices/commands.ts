import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findOffice, officeNameIn } from '../../guides/index.ts';
import { enterCare } from '../desk/commands.ts';
import type { OnMatter } from '../matter/doing.ts';
import { tellOfReferral } from '../referral/commands.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findMatter } from '../store/matters.ts';
import type { Matter } from '../types.ts';
import { officeStanding } from './rules.ts';
import {
  type Going,
  insertOfficeReferral,
  listOfficeReferrals,
  markOfficeReferral,
  writeTold,
} from './store.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };
type OnOne = OnMatter & { readonly referralId: string };

/**
 * Lays before whoever has asked that they could go to an office alone. Nothing is sent to it, then or later. Refused beside the
 * field: `choose_an_office`, `office_is_proposed`
 */
export async function proposeOffice(
  tx: Tx,
  on: On & { readonly going: Omit<Going, 'name'> },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  const office = await findOffice(tx, on.going.officeId);
  if (!office) return refuse('choose_an_office', {}, 'officeId');
  const goesOn = (await listOfficeReferrals(tx, key)).some(
    (one) => one.officeId === office.id && officeStanding(one, matter.state) !== 'over',
  );
  if (goesOn) return refuse('office_is_proposed', {}, 'officeId');
  const going = { ...on.going, name: officeNameIn(office, 'ja') };
  await insertOfficeReferral(tx, key, { going, by, now: on.now });
  await tellOfReferral(tx, 'consultations.referral.proposed', { matter, by });
  return accept(matter);
}

/** One of a matter that is locked. Refused: `referral_is_unknown`, and where it is in other hands */
async function enterOne(tx: Tx, { matterId, as, byPersonId, referralId }: OnOne) {
  const matter = await findMatter(tx, matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matterId));
  const one = key && (await listOfficeReferrals(tx, key)).find(({ id }) => id === referralId);
  if (as === 'coordinator' && matter && matter.responsibleId !== byPersonId)
    return refuse('matter_is_in_other_hands');
  if (!one) return refuse('referral_is_unknown');
  return accept({ matter, key, one, standing: officeStanding(one, matter.state) });
}

/** Whoever has asked would like to go there. Refused: `referral_is_elsewhere` */
export async function agreeToOffice(tx: Tx, on: OnOne): Promise<Outcome<Matter>> {
  const entered = await enterOne(tx, on);
  if (!entered.ok) return entered;
  const { matter, one, standing } = entered.value;
  if (standing !== 'proposed') return refuse('referral_is_elsewhere');
  await markOfficeReferral(tx, one.id, { agreed_at: on.now });
  await tellOfReferral(tx, 'consultations.referral.agreed', { matter, by: on.byPersonId });
  return accept(matter);
}

/** Taken back by whoever has asked or by the coordinator: from now on nothing is said there. Refused: `referral_is_over` */
export async function endOffice(tx: Tx, on: OnOne): Promise<Outcome<Matter>> {
  const entered = await enterOne(tx, on);
  if (!entered.ok) return entered;
  const { matter, one, standing } = entered.value;
  if (standing === 'over') return refuse('referral_is_over');
  await markOfficeReferral(tx, one.id, { ended_at: on.now });
  await tellOfReferral(tx, 'consultations.referral.ended', { matter, by: on.byPersonId });
  return accept(matter);
}

/** What a coordinator said to whom there, by a yes that stands; whoever has asked reads it. Refused: `referral_needs_a_yes` */
export async function tellOffice(tx: Tx, on: OnOne & { readonly words: string }): Promise<Outcome<Matter>> {
  const entered = await enterOne(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, one, standing } = entered.value;
  if (standing !== 'agreed') return refuse('referral_needs_a_yes');
  if (matter.state === 'closed') return refuse('matter_is_closed');
  await writeTold(tx, key, { id: one.id, words: on.words });
  return accept(matter);
}
