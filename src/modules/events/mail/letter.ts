import { nameInMail } from '../../../japanese/web-address.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { insideQuotes, plainly, titleOf, wordsOf } from '../open/words.ts';
import type { Event, Registration } from '../types.ts';
import { eventsMessages } from '../words.ts';

export const LETTER_KINDS = [
  'asked',
  'asked_again',
  'seated',
  'waits',
  'offered',
  'passed',
  'declined',
  'cancelled',
  'cancelled_by_us',
  'changed',
  'last_call',
  'moved',
  'reminder',
  'postponed',
  'called_off',
  'survey',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export interface Letter {
  readonly kind: LetterKind;
  readonly event: Event;
  readonly registration: Registration;
  /** The page of the registration, with its host. */
  readonly link: string;
  readonly organization: string;
}

/** In these the place is told: its reader has a seat. */
const WITH_PLACE: readonly LetterKind[] = ['seated', 'changed', 'moved', 'reminder'];

/** Writes whoever registered what has become of it; where and how to come only to those who have a seat. */
export function writeLetter(letter: Letter): Mail {
  const { kind, event, registration, link, organization } = letter;
  const { locale, name, email, offeredUntil } = registration;
  const t = eventsMessages.in(locale);
  const title = titleOf(event, locale);
  const until = offeredUntil ? formatsIn(locale).plain.dayTime(offeredUntil) : '';
  const hasSeat = registration.state === 'seated' && WITH_PLACE.includes(kind);
  return {
    to: email,
    subject: t.plain(`mail_${kind}_subject`, { event: title, until }),
    text: [
      t.plain('mail_dear', { name: nameInMail(name) }),
      t.plain(`mail_${kind}`, { event: insideQuotes(title), until }),
      ...(kind === 'postponed' || kind === 'called_off' ? [] : [whenAndWhere(event, locale)]),
      ...(hasSeat ? [place(event, locale)].filter(Boolean) : []),
      t.plain(kind === 'asked' || kind === 'survey' ? `mail_link_${kind}` : 'mail_link', { link }),
      ...(kind === 'asked' || kind === 'asked_again' ? [t.plain('mail_not_you')] : []),
      organization,
      '',
    ].join('\n\n'),
    language: localeFacts[locale].tag,
  };
}

function whenAndWhere(event: Event, locale: Locale): string {
  const t = eventsMessages.in(locale);
  const { words, language } = wordsOf(event, locale);
  const isOpen = event.state === 'postponed';
  const when = isOpen
    ? t.plain('event_day_is_open')
    : formatsIn(locale).plain.span(event.startsAt, event.endsAt);
  const where = event.isOnline ? t.plain('event_online') : plainly(words.area, language);
  return `${t.plain('event_when')}: ${when}\n${t.plain('event_where')}: ${where}`;
}

function place(event: Event, locale: Locale): string {
  const t = eventsMessages.in(locale);
  const { words, language } = wordsOf(event, locale);
  return [
    event.address && `${t.plain('event_address')}: ${event.address}`,
    words.directions && plainly(words.directions, language),
    event.onlineUrl && `${t.plain('event_online_link')}: ${event.onlineUrl}`,
    words.bring && `${t.plain('event_bring')}: ${plainly(words.bring, language)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** `https://help.example.org/en/events/registrations/…`. */
export const linkIn = (publicUrl: string, locale: Locale, path: string): string =>
  publicUrl + hrefIn(locale, path);
