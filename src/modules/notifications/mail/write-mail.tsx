import type { VNode } from 'preact';
import { drawDocument } from '../../../platform/languages/draw.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { placeNameOf } from '../../people/index.ts';
import { pageOf } from '../rules/pages.ts';
import { factsOf, type Kind, type MailGroup } from '../types.ts';
import { notificationMessages } from '../words.ts';
import type { VisitFacts } from './visit-facts.ts';

/** What a mail tells: which kinds of things have happened and where to look. Nothing else goes out. */
export interface Letter {
  readonly to: string;
  readonly locale: Locale;
  readonly organization: string;
  /** Its short name, for the end of the subject: what has happened stands first, where a phone shows it. */
  readonly shortName: string;
  /** `https://help.example.org`, no slash at the end. */
  readonly origin: string;
  readonly items: readonly LetterItem[];
  /** How to get no more of each group in it that can be turned off. */
  readonly stops: readonly { readonly group: MailGroup; readonly path: string }[];
}

export interface LetterItem {
  readonly kind: Kind;
  readonly objectId: string | null;
  /** null for what is about no visit. */
  readonly visit: VisitFacts | null;
}

/** A digest names this many things; the rest is in the inbox. */
const MOST_ITEMS = 20;

/** Writes the mail: the sentence of each kind, a link to each page, and how to get no more of them. */
export function writeMail(letter: Letter): Mail {
  const { locale, stops } = letter;
  // One click ends one group: a mail of several says it in its text only.
  const only = stops[0] && isAllOf(letter, stops[0].group) ? addressIn(letter, stops[0].path) : null;
  return {
    to: letter.to,
    subject: subjectOf(letter),
    text: textOf(letter),
    html: drawDocument(<MailPage letter={letter} />, locale),
    language: localeFacts[locale].tag,
    ...(only && {
      headers: {
        'List-Unsubscribe': `<${only}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }),
  };
}

function subjectOf({ locale, shortName, items }: Letter): string {
  const words = notificationMessages.in(locale);
  const [first] = items;
  const news =
    first && (items.length === 1 || isOneKind(items))
      ? words.plain(`news_${first.kind}`)
      : words.plain(isOfDesk(items) ? 'mail_digest' : 'mail_bundle', { count: items.length });
  return words.plain('mail_subject', { organization: shortName, news });
}

/** The same several times is said once; the desk counts its matters. */
const isOneKind = (items: Letter['items']) =>
  !isOfDesk(items) && items.every(({ kind }) => kind === items[0]?.kind);

const isOfDesk = (items: Letter['items']) => items.every(({ kind }) => factsOf(kind).group === 'desk');

function textOf(letter: Letter): string {
  const words = notificationMessages.in(letter.locale);
  const { organization } = letter;
  return [
    ...shown(letter).map(({ kind, address, visit }) =>
      [
        words.plain(`news_${kind}`),
        ...visitLine(visit, letter.locale),
        ...warningsOf(kind).map((warning) => words.plain(warning)),
        address,
      ].join('\n'),
    ),
    ...(letter.items.length > MOST_ITEMS
      ? [`${words.plain('mail_more')}\n${addressIn(letter, '/inbox')}`]
      : []),
    words.plain('mail_why', { organization }),
    ...letter.stops.map(({ group, path }) => `${stopOf(letter, group, words)}\n${addressIn(letter, path)}`),
    `${words.plain('mail_choose')}\n${addressIn(letter, '/me/notifications')}`,
    '',
  ].join('\n\n');
}

function MailPage({ letter }: { letter: Letter }): VNode {
  const t = useWords(notificationMessages);
  const { organization } = letter;
  return (
    <html lang={localeFacts[useLocale()].tag}>
      <body>
        {shown(letter).map(({ kind, address, visit }) => (
          <p>
            {t(`news_${kind}`)}
            <br />
            {visitLine(visit, letter.locale).map((line) => (
              <>
                {line}
                <br />
              </>
            ))}
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
        {letter.stops.map(({ group, path }) => (
          <p>
            <a href={addressIn(letter, path)}>
              {stopOf(letter, group, notificationMessages.in(letter.locale))}
            </a>
          </p>
        ))}
        <p>
          <a href={addressIn(letter, '/me/notifications')}>{t('mail_choose')}</a>
        </p>
      </body>
    </html>
  );
}

/** Whether a mail is of one group alone; beside it may stand what cannot be turned off. */
const isAllOf = ({ items }: Letter, group: MailGroup) =>
  items.every(({ kind }) => factsOf(kind).group === group);

/** How to get no more of a group: by name only where the mail is of several. */
function stopOf(letter: Letter, group: MailGroup, words: ReturnType<typeof notificationMessages.in>): string {
  if (isAllOf(letter, group)) return words.plain('mail_stop');
  return words.plain('mail_stop_group', { about: words.plain(`group_${group}`) });
}

/** When and in which ward; never nearer than that. */
function visitLine(visit: VisitFacts | null, locale: Locale): string[] {
  if (!visit) return [];
  const times = visit.times.map((time) => formatsIn(locale).plain.dayTime(time));
  const place = placeNameOf({ municipalityCode: visit.municipalityCode, town: null }, locale);
  return [[times.join(' / '), place].filter(Boolean).join(' · ')].filter(Boolean);
}

/** What somebody else may have done in one's name: then it is said what to do. */
function warningsOf(kind: Kind): readonly ('mail_not_you' | 'mail_stay')[] {
  const { about } = factsOf(kind);
  if (about === 'own_leaving') return ['mail_stay'];
  return about === 'own_access' ? ['mail_not_you'] : [];
}

function shown(letter: Letter): { kind: Kind; address: string; visit: VisitFacts | null }[] {
  return letter.items.slice(0, MOST_ITEMS).map(({ kind, objectId, visit }) => ({
    kind,
    visit,
    address: addressIn(letter, pageOf(factsOf(kind).about, objectId)),
  }));
}

function addressIn({ origin, locale }: Letter, path: string): string {
  return origin + hrefIn(locale, path);
}
