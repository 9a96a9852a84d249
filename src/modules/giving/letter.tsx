import type { VNode } from 'preact';
import { drawDocument } from '../../platform/languages/draw.ts';
import { type Locale, localeFacts } from '../../platform/languages/locales.ts';
import type { Params } from '../../platform/languages/messages.tsx';
import { useWords } from '../../platform/languages/reading.tsx';
import type { Mail } from '../../platform/mail/mailer.ts';
import { type GivingKey, givingMessages } from './words.ts';

export interface Paragraph {
  readonly says: GivingKey;
  readonly params?: Params;
  /** A whole address, to which its words lead. */
  readonly href?: string;
}

/** A mail to somebody who gives, in their language. */
interface Letter {
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  /** Whose name stands under it. */
  readonly organization: string;
}

/** Writes it as text and as a page, with the same words. */
export function writeMail(letter: Letter): Mail {
  const { to, locale, subject, paragraphs, organization } = letter;
  const words = givingMessages.in(locale);
  const text = paragraphs.map(({ says, params, href }) =>
    [words.plain(says, params), ...(href ? [href] : [])].join('\n'),
  );
  return {
    ...{ to, subject, text: [...text, organization, ''].join('\n\n') },
    html: drawDocument(<LetterPage {...letter} />, locale),
    language: localeFacts[locale].tag,
  };
}

function LetterPage({ locale, paragraphs, organization }: Letter): VNode {
  const t = useWords(givingMessages);
  return (
    <html lang={localeFacts[locale].tag}>
      <body>
        {paragraphs.map(({ says, params, href }) => (
          <p>{href ? <a href={href}>{t(says, params)}</a> : t(says, params)}</p>
        ))}
        <p>{organization}</p>
      </body>
    </html>
  );
}
