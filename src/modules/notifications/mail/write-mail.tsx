import type { VNode } from 'preact';
import { drawDocument } from '../../../platform/languages/draw.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn, useWords } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { DESK, type NewsGroup, type NewsKind, type WhenAndWhere } from '../../../platform/news.ts';
import { placeNameOf } from '../../people/index.ts';
import { notificationsPaths } from '../paths.ts';
import { labelOf, notificationMessages } from '../words.ts';

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
  readonly stops: readonly { readonly group: NewsGroup; readonly path: string }[];
}

export interface LetterItem {
  readonly kind: NewsKind;
  readonly objectId: string | null;
  /** null for what has no time and place. */
  readonly about: WhenAndWhere | null;
}

/** A digest names this many things; the rest is in the inbox. */
const MOST_ITEMS = 20;

/**
 * Writes the mail: the sentence of each kind, a link to each page, and how to get no more of them. What is grave stands
 * first, and is the subject.
 */
export function writeMail(told: Letter): Mail {
  const letter = { ...told, items: told.items.toSorted((a, b) => weightOf(b) - weightOf(a)) };
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

const weightOf = ({ kind }: LetterItem) => (kind.isGrave ? 1 : 0);

/** A grave matter is never one of several things to look at. */
function subjectOf({ locale, shortName, items }: Letter): string {
  const words = notificationMessages.in(locale);
  const [first] = items;
  const news =
    first && (items.length === 1 || isOneKind(items) || first.kind.isGrave)
      ? first.kind.sentence.plain(locale)
      : words.plain(isOfDesk(items) ? 'mail_digest' : 'mail_bundle', { count: items.length });
  return words.plain('mail_subject', { organization: shortName, news });
}

/** The same several times is said once; the desk counts its matters. */
const isOneKind = (items: Letter['items']) =>
  !isOfDesk(items) && items.every(({ kind }) => kind === items[0]?.kind);

const isOfDesk = (items: Letter['items']) => items.every(({ kind }) => kind.group === DESK);

function textOf(letter: Letter): string {
  const { organization, locale } = letter;
  const words = notificationMessages.in(locale);
  return [
    ...shown(letter).map(({ kind, address, about }) =>
      [
        kind.sentence.plain(locale),
        ...lineAbout(about, locale),
        ...(kind.advice ? [kind.advice.plain(locale)] : []),
        address,
      ].join('\n'),
    ),
    ...(letter.items.length > MOST_ITEMS
      ? [`${words.plain('mail_more')}\n${addressIn(letter, notificationsPaths.inbox())}`]
      : []),
    words.plain('mail_why', { organization }),
    ...letter.stops.map(({ group, path }) => `${stopOf(letter, group)}\n${addressIn(letter, path)}`),
    `${words.plain('mail_choose')}\n${addressIn(letter, notificationsPaths.notifications())}`,
    '',
  ].join('\n\n');
}

function MailPage({ letter }: { letter: Letter }): VNode {
  const t = useWords(notificationMessages);
  const { organization, locale } = letter;
  return (
    <html lang={localeFacts[locale].tag}>
      <body>
        {shown(letter).map(({ kind, address, about }) => (
          <p>
            {kind.sentence(locale)}
            <br />
            {[...lineAbout(about, locale), ...(kind.advice ? [kind.advice(locale)] : [])].map((line) => (
              <>
                {line}
                <br />
              </>
            ))}
            <a href={address}>{t('mail_open')}</a>
          </p>
        ))}
        {letter.items.length > MOST_ITEMS && (
          <p>
            <a href={addressIn(letter, notificationsPaths.inbox())}>{t('mail_more')}</a>
          </p>
        )}
        <hr />
        <p>{t('mail_why', { organization })}</p>
        {letter.stops.map(({ group, path }) => (
          <p>
            <a href={addressIn(letter, path)}>{stopOf(letter, group)}</a>
          </p>
        ))}
        <p>
          <a href={addressIn(letter, notificationsPaths.notifications())}>{t('mail_choose')}</a>
        </p>
      </body>
    </html>
  );
}

/** Whether a mail is of one group alone; beside it may stand what cannot be turned off. */
const isAllOf = ({ items }: Letter, group: NewsGroup) => items.every(({ kind }) => kind.group === group);

/** How to get no more of a group: by name only where the mail is of several. */
function stopOf(letter: Letter, group: NewsGroup): string {
  const words = notificationMessages.in(letter.locale);
  if (isAllOf(letter, group)) return words.plain('mail_stop');
  return words.plain('mail_stop_group', { about: labelOf(group).plain(letter.locale) });
}

/** When and in which ward; never nearer than that. */
function lineAbout(about: WhenAndWhere | null, locale: Locale): string[] {
  if (!about) return [];
  const times = about.times.map((time) => formatsIn(locale).plain.dayTime(time));
  const place = placeNameOf({ municipalityCode: about.municipalityCode, town: null }, locale);
  return [[times.join(' / '), place].filter(Boolean).join(' · ')].filter(Boolean);
}

function shown(letter: Letter): (Omit<LetterItem, 'objectId'> & { readonly address: string })[] {
  return letter.items.slice(0, MOST_ITEMS).map(({ kind, objectId, about }) => ({
    kind,
    about,
    address: addressIn(letter, kind.isDiscreet ? notificationsPaths.inbox() : kind.path(objectId ?? '')),
  }));
}

function addressIn({ origin, locale }: Letter, path: string): string {
  return origin + hrefIn(locale, path);
}
