import type { Tx } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { checkStanding, isCleared } from '../conflicts/rules.ts';
import { findCheck } from '../conflicts/store/checks.ts';
import { enterCare } from '../desk/commands.ts';
import { publish } from '../events.ts';
import { type Expert, hoursLeft } from '../experts/rules.ts';
import { findExpert } from '../experts/store.ts';
import { does, type OnMatter } from '../matter/doing.ts';
import { type MatterKey, openMatterKey } from '../sealed/matter-key.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import { insertTask } from '../store/tasks.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import {
  answerUntil,
  COME_ALONG_DAYS,
  isWithinReach,
  type Manner,
  type NoReason,
  type PassedOn,
  standingOf,
} from './rules.ts';
import {
  findReferral,
  insertReferral,
  listReferrals,
  listWithoutExpert,
  markReferral,
  type Referral,
} from './store.ts';
import { referralPath } from './token.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };
type OnReferral = OnMatter & { readonly referralId: string };

/** Whoever has asked and the desk hear that something of a referral moved; what of, stands on the page alone. */
export const tellOfReferral = (
  tx: Tx,
  type: 'consultations.referral.proposed' | 'consultations.referral.agreed' | 'consultations.referral.ended',
  { matter, by }: { readonly matter: Matter; readonly by: string | null },
): Promise<void> =>
  publish(tx, {
    type,
    ids: { matterId: matter.id, residentId: matter.residentId, ...(by && { byPersonId: by }) },
    live: ['desk', `person:${matter.residentId}`],
  });

/** One referral of a matter that is locked, as it stands. Refused: `referral_is_unknown` */
async function enterReferral(
  tx: Tx,
  matter: Matter,
  { referralId, now }: Pick<OnReferral, 'referralId' | 'now'>,
) {
  const key = await openMatterKey(tx, matter.id);
  const referral = key && (await findReferral(tx, key, referralId));
  if (!referral) return refuse('referral_is_unknown');
  return accept({ referral, standing: standingOf(referral, matter.state, now) });
}

interface Proposal {
  readonly expertId: string;
  readonly hours: number;
  readonly manner: Manner;
  readonly passes: readonly PassedOn[];
  readonly untilOn: Temporal.PlainDate;
}

/**
 * Lays before whoever has asked what would be passed on, to whom and until when. Nobody outside hears of it yet. Refused beside
 * the field: `choose_an_expert`, `expert_is_proposed`, `expert_has_no_hours`, `choose_what_is_passed_on`, `choose_a_day_within_half_a_year`
 */
export async function proposeReferral(
  tx: Tx,
  on: On & { readonly proposal: Proposal },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  const { proposal, now } = on;
  const expert = await findExpert(tx, proposal.expertId, { now });
  if (!expert || expert.leftAt) return refuse('choose_an_expert', {}, 'expertId');
  if (await isProposed(tx, { matter, key, expertId: expert.id, now }))
    return refuse('expert_is_proposed', {}, 'expertId');
  if (hoursLeft(expert) < proposal.hours)
    return refuse('expert_has_no_hours', { left: hoursLeft(expert) }, 'expertId');
  if (proposal.passes.length === 0) return refuse('choose_what_is_passed_on', {}, 'passes');
  if (!isWithinReach(proposal.untilOn, dayInJapan(now)))
    return refuse('choose_a_day_within_half_a_year', {}, 'untilOn');
  const { name, license, licenseNumber } = expert;
  await insertReferral(tx, key, { ...proposal, receiver: { name, license, licenseNumber }, by, now });
  await tellOfReferral(tx, 'consultations.referral.proposed', { matter, by });
  return accept(matter);
}

/** Whether a referral to that expert lies before whoever has asked, or goes on: pressed twice, they would be asked twice. */
async function isProposed(
  tx: Tx,
  {
    matter,
    key,
    expertId,
    now,
  }: {
    readonly matter: Matter;
    readonly key: MatterKey;
    readonly expertId: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const goesOn = ['proposed', 'agreed', 'asked', 'accepted'];
  const referrals = (await listReferrals(tx, key)).filter((one) => one.expertId === expertId);
  return referrals.some((one) => goesOn.includes(standingOf(one, matter.state, now)));
}

/** Whoever has asked says yes to one referral as it is. Refused: `referral_is_elsewhere` */
export async function agreeToReferral(tx: Tx, on: OnReferral): Promise<Outcome<Matter>> {
  const matter = await findMatter(tx, on.matterId, 'locked');
  if (!matter) return refuse('matter_is_unknown');
  const entered = await enterReferral(tx, matter, on);
  if (!entered.ok) return entered;
  if (entered.value.standing !== 'proposed') return refuse('referral_is_elsewhere');
  await markReferral(tx, on.referralId, { agreed_at: on.now });
  await tellOfReferral(tx, 'consultations.referral.agreed', { matter, by: on.byPersonId });
  return accept(matter);
}

/**
 * Asks the expert by a mail that says nothing but that somebody asks. Refused: `referral_needs_a_yes`, `expert_has_left`, and
 * `expert_has_no_hours` where others have taken them meanwhile
 */
export const askExpert = (services: Pick<ConsultationServices, 'secret' | 'publicUrl'>) =>
  does<On & { readonly referralId: string }>('ask_expert', async (tx, matter, on) => {
    const entered = await enterReferral(tx, matter, on);
    if (!entered.ok) return entered;
    const { referral, standing } = entered.value;
    if (standing !== 'agreed') return refuse('referral_needs_a_yes');
    const expert =
      referral.expertId && (await findExpert(tx, referral.expertId, { now: on.now, lock: true }));
    if (!expert || expert.leftAt) return refuse('expert_has_left');
    if (hoursLeft(expert) < referral.hours) return refuse('expert_has_no_hours', { left: hoursLeft(expert) });
    await markReferral(tx, referral.id, { asked_at: on.now });
    await sendLetter(tx, services, { matter, referral, expert, now: on.now });
    return accept({ changes: {} });
  });

async function sendLetter(
  tx: Tx,
  services: Pick<ConsultationServices, 'secret' | 'publicUrl'>,
  {
    matter,
    referral,
    expert,
    now,
  }: {
    readonly matter: Matter;
    readonly referral: Referral;
    readonly expert: Expert;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const t = consultationMessages.in('ja');
  const link = services.publicUrl + hrefIn('ja', referralPath(services, referral.id));
  const until = formatsIn('ja').plain.dayTime(answerUntil(now));
  const number = numberOfMatter(matter);
  await enqueueMail(tx, {
    to: expert.email,
    subject: t.plain('expert_mail_subject', { number }),
    text: `${t.plain('expert_mail_text', { name: expert.name, link, until })}\n`,
    language: 'ja',
    key: `referral:${referral.id}`,
  });
}

/**
 * The expert takes it; who comes along has a day on which they are reminded of it. Refused: `referral_is_over`,
 * `names_are_compared_first`
 */
export const acceptReferral = does<OnReferral>('expert_accepts', async (tx, matter, on) => {
  const entered = await enterReferral(tx, matter, on);
  if (!entered.ok) return entered;
  if (entered.value.standing !== 'asked') return refuse('referral_is_over');
  if (!isCleared(checkStanding(await findCheck(tx, on.referralId), on.now)))
    return refuse('names_are_compared_first');
  await markReferral(tx, on.referralId, { answer: 'accepted', answered_at: on.now });
  if (entered.value.referral.manner === 'warm') await planToComeAlong(tx, matter, on.now);
  return accept({ changes: {} });
});

async function planToComeAlong(tx: Tx, matter: Matter, now: Temporal.Instant): Promise<void> {
  const key = await openMatterKey(tx, matter.id);
  if (!key || !matter.responsibleId) return;
  const onDay = dayInJapan(now).add({ days: COME_ALONG_DAYS });
  const contact = { kind: 'contact', whose: 'coordinator', words: '', onDay } as const;
  await insertTask(tx, key, { ...contact, by: matter.responsibleId, now });
}

/** The expert does not take it, and says why. Refused: `referral_is_over` */
export const refuseReferral = does<OnReferral & { readonly reason: NoReason }>(
  'expert_refuses',
  async (tx, matter, on) => {
    const entered = await enterReferral(tx, matter, on);
    if (!entered.ok) return entered;
    if (entered.value.standing !== 'asked') return refuse('referral_is_over');
    await markReferral(tx, on.referralId, { answer: 'refused', reason: on.reason, answered_at: on.now });
    return accept({ changes: {} });
  },
);

const giveBack = does('expert_refuses', async () => accept({ changes: {} }));

/** Takes a referral back, by whoever has asked or the responsible coordinator: from now on its link opens nothing. */
export async function endReferral(tx: Tx, on: OnReferral): Promise<Outcome<Matter>> {
  const matter = await findMatter(tx, on.matterId, 'locked');
  if (!matter) return refuse('matter_is_unknown');
  if (on.as === 'coordinator' && matter.responsibleId !== on.byPersonId)
    return refuse('matter_is_in_other_hands');
  const entered = await enterReferral(tx, matter, on);
  if (!entered.ok) return entered;
  const { referral, standing } = entered.value;
  if (standing === 'over' && referral.endedAt) return refuse('referral_is_over');
  if (standing === 'refused') return refuse('referral_is_over');
  await markReferral(tx, on.referralId, { ended_at: on.now });
  await tellOfReferral(tx, 'consultations.referral.ended', { matter, by: on.byPersonId });
  await giveBackWithout(tx, on);
  return accept(matter);
}

/** A matter that stands as if an expert were asked or had it, and none is or has: it is with the coordinator again, who is told. */
export async function giveBackWithout(
  tx: Tx,
  { matterId, now }: Pick<OnReferral, 'matterId' | 'now'>,
): Promise<void> {
  const isLeft = (await listWithoutExpert(tx, now, matterId)).length > 0;
  if (isLeft) await giveBack(tx, { matterId, as: 'house', byPersonId: null, now });
}
