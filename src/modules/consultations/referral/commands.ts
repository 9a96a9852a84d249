import type { Tx } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { enterCare } from '../desk/commands.ts';
import { publish } from '../events.ts';
import { does, type OnMatter } from '../matter/doing.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { answerUntil, isWithinReach, type NoReason, type PassedOn, standingOf } from './rules.ts';
import { findReferral, insertReferral, markReferral, type Receiver, type Referral } from './store.ts';
import { referralPath } from './token.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };
type OnReferral = OnMatter & { readonly referralId: string };

const tell = (
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
  readonly receiver: Receiver;
  readonly passes: readonly PassedOn[];
  readonly untilOn: Temporal.PlainDate;
}

/** Lays before whoever has asked what would be passed on, to whom and until when. Nobody outside hears of it yet. */
export async function proposeReferral(
  tx: Tx,
  on: On & { readonly proposal: Proposal },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  const { proposal, now } = on;
  if (proposal.passes.length === 0) return refuse('choose_what_is_passed_on', {}, 'passes');
  if (!isWithinReach(proposal.untilOn, dayInJapan(now)))
    return refuse('choose_a_day_within_half_a_year', {}, 'untilOn');
  await insertReferral(tx, key, { ...proposal, by, now });
  await tell(tx, 'consultations.referral.proposed', { matter, by });
  return accept(matter);
}

/** Whoever has asked says yes to one referral as it is. Refused: `referral_is_elsewhere` */
export async function agreeToReferral(tx: Tx, on: OnReferral): Promise<Outcome<Matter>> {
  const matter = await findMatter(tx, on.matterId, 'locked');
  if (!matter) return refuse('matter_is_unknown');
  const entered = await enterReferral(tx, matter, on);
  if (!entered.ok) return entered;
  if (entered.value.standing !== 'proposed') return refuse('referral_is_elsewhere');
  await markReferral(tx, on.referralId, { agreed_at: on.now });
  await tell(tx, 'consultations.referral.agreed', { matter, by: on.byPersonId });
  return accept(matter);
}

/** Asks the expert by a mail that says nothing but that somebody asks. Refused: `referral_needs_a_yes` */
export const askExpert = (services: Pick<ConsultationServices, 'secret' | 'publicUrl'>) =>
  does<On & { readonly referralId: string }>('ask_expert', async (tx, matter, on) => {
    const entered = await enterReferral(tx, matter, on);
    if (!entered.ok) return entered;
    const { referral, standing } = entered.value;
    if (standing !== 'agreed') return refuse('referral_needs_a_yes');
    await markReferral(tx, referral.id, { asked_at: on.now });
    await sendLetter(tx, services, { matter, referral, now: on.now });
    return accept({ changes: {} });
  });

async function sendLetter(
  tx: Tx,
  services: Pick<ConsultationServices, 'secret' | 'publicUrl'>,
  {
    matter,
    referral,
    now,
  }: { readonly matter: Matter; readonly referral: Referral; readonly now: Temporal.Instant },
): Promise<void> {
  const t = consultationMessages.in('ja');
  const link = services.publicUrl + hrefIn('ja', referralPath(services, referral.id));
  const until = formatsIn('ja').plain.dayTime(answerUntil(now));
  const number = numberOfMatter(matter);
  await enqueueMail(tx, {
    to: referral.receiver.email,
    subject: t.plain('expert_mail_subject', { number }),
    text: `${t.plain('expert_mail_text', { name: referral.receiver.name, link, until })}\n`,
    language: 'ja',
    key: `referral:${referral.id}`,
  });
}

/** The expert takes it. Refused: `referral_is_over` */
export const acceptReferral = does<OnReferral>('expert_accepts', async (tx, matter, on) => {
  const entered = await enterReferral(tx, matter, on);
  if (!entered.ok) return entered;
  if (entered.value.standing !== 'asked') return refuse('referral_is_over');
  await markReferral(tx, on.referralId, { answer: 'accepted', answered_at: on.now });
  return accept({ changes: {} });
});

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

const giveBack = does<OnReferral>('expert_refuses', async () => accept({ changes: {} }));

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
  await tell(tx, 'consultations.referral.ended', { matter, by: on.byPersonId });
  const isAsked = referral.askedAt !== null && referral.answer === null;
  if (!isAsked || matter.state !== 'expert_asked') return accept(matter);
  return giveBack(tx, { ...on, as: 'house', byPersonId: null });
}
