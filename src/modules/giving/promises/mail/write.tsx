import type { VNode } from 'preact';
import { drawDocument } from '../../../../platform/languages/draw.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { Params } from '../../../../platform/languages/messages.tsx';
import { hrefIn, useWords } from '../../../../platform/languages/reading.tsx';
import type { Mail } from '../../../../platform/mail/mailer.ts';
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
  const { to, locale, kind, params } = letter;
  const words = givingMessages.in(locale);
  const { organization } = letter;
  const subject = words.plain(`promise_mail_${kind}_subject`, params);
  return {
    to,
    subject: words.plain('promise_mail_subject', { subject, organization }),
    text: [
      words.plain('promise_mail_dear', { name: letter.name }),
      words.plain(`promise_mail_${kind}`, params),
      ...letter.links.map(({ says, path }) => `${words.plain(says)}\n${addressIn(letter, path)}`),
      organization,
      '',
    ].join('\n\n'),
    html: drawDocument(<LetterPage letter={letter} />, locale),
    language: localeFacts[locale].tag,
  };
}

function LetterPage({ letter }: { letter: Letter }): VNode {
  const t = useWords(givingMessages);
  return (
    <html lang={localeFacts[letter.locale].tag}>
      <body>
        <p>{t('promise_mail_dear', { name: letter.name })}</p>
        <p>{t(`promise_mail_${letter.kind}`, letter.params)}</p>
        {letter.links.map(({ says, path }) => (
          <p>
            <a href={addressIn(letter, path)}>{t(says)}</a>
          </p>
        ))}
        <p>{letter.organization}</p>
      </body>
    </html>
  );
}

const addressIn = ({ origin, locale }: Letter, path: string) => origin + hrefIn(locale, path);
