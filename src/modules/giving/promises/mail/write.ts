import { nameInMail } from '../../../../japanese/web-address.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Params } from '../../../../platform/languages/messages.tsx';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import type { Mail } from '../../../../platform/mail/mailer.ts';
import { writeMail } from '../../letter.tsx';
import { givingMessages } from '../../words.ts';

/** What a mail about a monthly gift is about. */
export type LetterKind =
  | 'began'
  | 'paused'
  | 'resumed'
  | 'changed'
  | 'stopped'
  | 'stopped_by_us'
  | 'stopped_elsewhere'
  | 'card_failed'
  | 'lapsed'
  | 'recovered'
  | 'paid_late'
  | 'thanked'
  | 'summed_up';

export interface Letter {
  readonly to: string;
  readonly name: string;
  readonly locale: Locale;
  readonly organization: string;
  /** `https://help.example.org`, no slash at the end. */
  readonly origin: string;
  readonly kind: LetterKind;
  readonly params: Params;
  /** What can be done, the most fitting first. */
  readonly links: readonly {
    readonly says: 'promise_mail_card' | 'promise_mail_manage' | 'promise_mail_mine';
    readonly path: string;
  }[];
}

/** Writes it: what has happened, and a link to each thing that can be done. */
export function writeLetter(letter: Letter): Mail {
  const { to, locale, kind, params, organization, origin } = letter;
  const words = givingMessages.in(locale);
  const subject = words.plain(`promise_mail_${kind}_subject`, params);
  return writeMail({
    ...{ to, locale, organization },
    subject: words.plain('promise_mail_subject', { subject, organization }),
    paragraphs: [
      { says: 'promise_mail_dear', params: { name: nameInMail(letter.name) } },
      { says: `promise_mail_${kind}`, params },
      ...letter.links.map(({ says, path }) => ({ says, href: origin + hrefIn(locale, path) })),
    ],
  });
}
