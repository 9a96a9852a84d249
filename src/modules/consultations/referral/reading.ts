import type { Database, Tx } from '../../../platform/database/connect.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { listAdvices, markRead } from '../afterwards/store.ts';
import { checkStanding, isCleared } from '../conflicts/rules.ts';
import { findCheck } from '../conflicts/store/checks.ts';
import { publish } from '../events.ts';
import { findExpert } from '../experts/store.ts';
import { type MatterKey, openMatterKey } from '../sealed/matter-key.ts';
import type { ConsultationServices } from '../services.ts';
import { insertEntry } from '../store/entries.ts';
import { findMatter } from '../store/matters.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { standingOf } from './rules.ts';
import { findReferral, listReferrals, type Receiver, type Referral } from './store.ts';
import { referralPath } from './token.ts';

interface On {
  readonly matterId: string;
  readonly now: Temporal.Instant;
}

/** The expert who has taken a matter on, while that holds. */
export async function findAssigned(
  db: Database,
  key: MatterKey,
  { matter, now }: { readonly matter: Matter; readonly now: Temporal.Instant },
): Promise<Referral | null> {
  const referrals = await listReferrals(db, key);
  return referrals.find((one) => standingOf(one, matter.state, now) === 'accepted') ?? null;
}

/** As whoever has asked reads who stands by the advice: the license as it is called in law. */
export function signatureOf({ name, license, licenseNumber }: Receiver): string {
  const t = consultationMessages.in('ja');
  if (license === 'other') return name;
  return `${name} (${t.plain(`license_${license}`)} ${licenseNumber})`;
}

/** Tells the expert who has taken it on that there is advice to read, where there is one; the mail says nothing of it. */
export const inviteToRead =
  (services: Pick<ConsultationServices, 'secret' | 'publicUrl'>) =>
  async (tx: Tx, { matterId, now }: On): Promise<void> => {
    const matter = await findMatter(tx, matterId);
    const key = matter && (await openMatterKey(tx, matterId));
    const referral = key && (await findAssigned(tx, key, { matter, now }));
    const expert = referral?.expertId ? await findExpert(tx, referral.expertId, { now }) : null;
    if (!matter || !referral || !expert) return;
    const t = consultationMessages.in('ja');
    const link = services.publicUrl + hrefIn('ja', referralPath(services, referral.id));
    await enqueueMail(tx, {
      to: expert.email,
      subject: t.plain('expert_mail_subject', { number: numberOfMatter(matter) }),
      text: `${t.plain('expert_reading_mail_text', { name: expert.name, link })}\n`,
      language: 'ja',
      key: `referral:${referral.id}:advice:${now.epochMilliseconds}`,
    });
  };

type ByExpert = On & { readonly referralId: string };

/**
 * A matter with the expert who has taken it on, locked. Refused: `referral_is_over`, also where it never was theirs;
 * `names_are_compared_first`
 */
async function enterAssigned(tx: Tx, { matterId, referralId, now }: ByExpert) {
  const matter = await findMatter(tx, matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matterId));
  const referral = key && (await findReferral(tx, key, referralId));
  if (!referral || standingOf(referral, matter.state, now) !== 'accepted') return refuse('referral_is_over');
  // Whom the matter touches may have changed since they have taken it on.
  if (!isCleared(checkStanding(await findCheck(tx, referralId), now)))
    return refuse('names_are_compared_first');
  return accept({ matter, key, referral });
}

const tell = (tx: Tx, matter: Matter): Promise<void> =>
  publish(tx, {
    type: 'consultations.expert.answered',
    ids: { matterId: matter.id, residentId: matter.residentId },
    live: ['desk'],
  });

/**
 * The expert has read the Japanese as it stands on the page that they answer, and stands by it. Refused:
 * `advice_is_not_there`, and `advice_was_changed` where it was written anew meanwhile
 */
export async function readAdvice(
  tx: Tx,
  on: ByExpert & { readonly writtenAt: string },
): Promise<Outcome<Matter>> {
  const entered = await enterAssigned(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, referral } = entered.value;
  const [draft] = await listAdvices(tx, key);
  if (!draft || draft.givenAt) return refuse('advice_is_not_there');
  if (String(draft.writtenAt.epochMilliseconds) !== on.writtenAt) return refuse('advice_was_changed');
  if (!draft.readAt) {
    await markRead(tx, key, { id: draft.id, reader: signatureOf(referral.receiver), now: on.now });
    await tell(tx, matter);
  }
  return accept(matter);
}

/** What the expert writes to the coordinator: a note, which whoever has asked does not read. */
export async function writeNote(tx: Tx, on: ByExpert & { readonly words: string }): Promise<Outcome<Matter>> {
  const entered = await enterAssigned(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, referral } = entered.value;
  await insertEntry(tx, key, { kind: 'note', authorId: referral.id, words: on.words, now: on.now });
  await tell(tx, matter);
  return accept(matter);
}
