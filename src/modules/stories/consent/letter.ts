import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findPerson } from '../../people/index.ts';
import type { StoryServices } from '../services.ts';
import { findConsent } from '../store/consents.ts';
import { listUses } from '../store/uses.ts';
import type { Consent, Use } from '../types.ts';
import { storiesMessages } from '../words.ts';
import { type LetterKind, TELL } from './doing.ts';
import { consentPath } from './token.ts';

export interface Letter {
  readonly kind: LetterKind;
  readonly consent: Consent;
  readonly to: string;
  /** The page of the consent, with its host. */
  readonly link: string;
  /** Of the proof, where something is proved. */
  readonly code: string | null;
  /** What others have, which we can only ask for. */
  readonly elsewhere: readonly Use[];
  readonly organization: string;
  readonly now: Temporal.Instant;
}

/** Writes to somebody in a story: never what it tells. */
export function writeLetter({ kind, consent, to, link, code, elsewhere, organization, now }: Letter): Mail {
  const { locale, name, guardian, agreedHash } = consent;
  const t = storiesMessages.in(locale);
  const { plain } = formatsIn(locale);
  const isProof = code !== null;
  return {
    to,
    subject: t.plain(`mail_${kind}_subject`, { organization }),
    text: [
      t.plain('mail_dear', { name: guardian ?? name }),
      t.plain(`mail_${kind}`, { organization }),
      ...(isProof ? [t.plain('mail_proof', { code, at: plain.dayTime(now) })] : []),
      ...(isProof && agreedHash ? [t.plain('mail_proof_of', { hash: agreedHash })] : []),
      ...(elsewhere.length > 0 && (kind === 'recalled' || kind === 'ended')
        ? [t.plain('mail_elsewhere', { count: elsewhere.length })]
        : []),
      t.plain('mail_link', { link }),
      organization,
      '',
    ].join('\n\n'),
    language: localeFacts[locale].tag,
  };
}

/** The job behind every letter: one mail, whoever tries it again. */
export function tellTask(services: StoryServices): Task {
  return {
    name: TELL,
    async run(payload, { db, clock }) {
      const sent = payload as { consentId: string; kind: LetterKind; code: string | null; turn: string };
      await inTransaction(db, (tx) => tell(tx, services, sent, clock()));
    },
  };
}

async function tell(
  tx: Tx,
  services: StoryServices,
  sent: {
    readonly consentId: string;
    readonly kind: LetterKind;
    readonly code: string | null;
    readonly turn: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  const consent = await findConsent(tx, sent.consentId);
  const to =
    consent && (consent.email ?? (consent.personId && (await findPerson(tx, consent.personId))?.email));
  if (!consent || !to) return;
  const organization = organizationName(await readSetting(tx, organizationSetting), consent.locale);
  const uses = await listUses(tx, consent.storyId);
  const mail = writeLetter({
    ...{ kind: sent.kind, consent, to, code: sent.code, organization, now },
    link: services.publicUrl + hrefIn(consent.locale, consentPath(services, consent.id)),
    elsewhere: uses.filter(({ isOurs }) => !isOurs),
  });
  await enqueueMail(tx, { ...mail, key: `story:${sent.turn}` });
}
