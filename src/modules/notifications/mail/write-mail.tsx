import type { VNode } from 'preact';
import { drawDocument } from '../../../platform/languages/draw.ts';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { pageOf } from '../rules/pages.ts';
import { factsOf, type Kind } from '../types.ts';
import { notificationMessages } from '../words.ts';

/** What a mail tells: which kinds of things have happened and where to look. Nothing else goes out. */
export interface Letter {
  readonly to: string;
  readonly locale: Locale;
  readonly organization: string;
  /** Its short name, for the end of the subject: what has happened stands first, where a phone shows it. */
  readonly shortName: string;
  /** `https://help.example.org`, no slash at the end. */
  readonly origin: string;
  readonly items: readonly { readonly kind: Kind; readonly objectId: string | null }[];
  /** null for what cannot be turned off. */
  readonly unsubscribePath: string | null;
}

/** A digest names this many things; the rest is in the inbox. */
const MOST_ITEMS = 20;

/** Writes the mail: the sentence of each kind, a link to each page, and how to get no more of them. */
export function writeMail(letter: Letter): Mail {
  const { locale, unsubscribePath } = letter;
  const stop = unsubscribePath && addressIn(letter, unsubscribePath);
  return {
    to: letter.to,
    subject: subjectOf(letter),
    text: textOf(letter, stop),
    html: drawDocument(<MailPage letter={letter} stop={stop} />, locale),
    language: localeFacts[locale].tag,
    ...(stop && {
      headers: {
        'List-Unsubscribe': `<${stop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }),
  };
}

function subjectOf({ locale, shortName, items }: Letter): string {
  const words = notificationMessages.in(locale);
  const [first] = items;
  const news =
    items.length === 1 && first
      ? words.plain(`news_${first.kind}`)
      : words.plain('mail_digest', { count: items.length });
  return words.plain('mail_subject', { organization: shortName, news });
}

function textOf(letter: Letter, stop: string | null): string {
  const words = notificationMessages.in(letter.locale);
  const { organization } = letter;
  return [
    ...shown(letter).map(({ kind, address }) =>
      [words.plain(`news_${kind}`), ...warningsOf(kind).map((warning) => words.plain(warning)), address].join(
        '\n',
      ),
    ),
    ...(letter.items.length > MOST_ITEMS
      ? [`${words.plain('mail_more')}\n${addressIn(letter, '/inbox')}`]
      : []),
    words.plain('mail_why', { organization }),
    ...(stop ? [`${words.plain('mail_stop')}\n${stop}`] : []),
    `${words.plain('mail_choose')}\n${addressIn(letter, '/me/notifications')}`,
    '',
  ].join('\n\n');
}

function MailPage({ letter, stop }: { letter: Letter; stop: string | null }): VNode {
  const t = useWords(notificationMessages);
  const { organization } = letter;
  return (
    <html lang={localeFacts[useLocale()].tag}>
      <body>
        {shown(letter).map(({ kind, address }) => (
          <p>
            {t(`news_${kind}`)}
            <br />
            {warningsOf(kind).map((warning) => (
              <>
                {t(warning)}
                <br />
              </>
            ))}
            <a href={address}>{t('mail_open')}</a>
          </p>
        ))}
        {letter.items.length > MOST_ITEMS && (
          <p>
            <a href={addressIn(letter, '/inbox')}>{t('mail_more')}</a>
          </p>
        )}
        <hr />
        <p>{t('mail_why', { organization })}</p>
        {stop && (
          <p>
            <a href={stop}>{t('mail_stop')}</a>
          </p>
        )}
        <p>
          <a href={addressIn(letter, '/me/notifications')}>{t('mail_choose')}</a>
        </p>
      </body>
    </html>
  );
}

/** What somebody else may have done in one's name: then it is said what to do. */
function warningsOf(kind: Kind): readonly ('mail_not_you' | 'mail_stay')[] {
  const { about } = factsOf(kind);
  if (about === 'own_leaving') return ['mail_stay'];
  return about === 'own_access' ? ['mail_not_you'] : [];
}

function shown(letter: Letter): { kind: Kind; address: string }[] {
  return letter.items.slice(0, MOST_ITEMS).map(({ kind, objectId }) => ({
    kind,
    address: addressIn(letter, pageOf(factsOf(kind).about, objectId)),
  }));
}

function addressIn({ origin, locale }: Letter, path: string): string {
  return origin + hrefIn(locale, path);
}
