import type { z } from 'zod';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import type { EventFields } from '../../event/commands.ts';
import type { Seats } from '../../seats/rules/seats.ts';
import { type Event, type EventLanguage, type EventWords, PROGRAMS } from '../../types.ts';
import { type eventFormFor, fieldOf, OFTEN_SPOKEN, type Part } from './form.ts';
import type { Interpretation } from './interpretation-field.tsx';
import { clockOf, closesAt, instantOf, typedClosing } from './rules.ts';

/** What the form of an event holds; the words of each language under its own names. */
export type TypedEvent = z.output<ReturnType<typeof eventFormFor>['schema']>;

const COUNTED = ['anybody', 'adult', 'child', 'craft'] as const;

/** An event as its form begins with it. */
export function typeEvent(
  event: Event,
  { languages, seats }: Omit<EventFields, 'event'>,
): Partial<TypedEvent> {
  const spoken = (kind: EventLanguage['kind']) =>
    languages.filter((one) => one.kind === kind).map(({ language }) => language);
  const often = (kind: EventLanguage['kind']) => OFTEN_SPOKEN.filter((one) => spoken(kind).includes(one));
  const rarely = (kind: EventLanguage['kind']) =>
    spoken(kind).find((one) => !OFTEN_SPOKEN.some((often) => often === one)) ?? null;
  // Seats say it too.
  const ofSeats = seats.flatMap((one) => (one.kind === 'interpretation' ? one.language : []));
  const interpreted = new Set([...spoken('interpretation'), ...ofSeats]);
  const seatsFor = (spokenOne: string) =>
    seats.find((one) => one.kind === 'interpretation' && one.language === spokenOne)?.capacity ?? null;
  const [first, last] = [dayInJapan(event.startsAt), dayInJapan(event.endsAt)];
  const counts = COUNTED.map((kind) => [kind, seats.find((one) => one.kind === kind)?.capacity ?? null]);
  return {
    ...event,
    ...{ startsOn: first, startsAt: clockOf(event.startsAt), endsAt: clockOf(event.endsAt) },
    endsOn: first.equals(last) ? null : last,
    ...typedClosing(event),
    place: event.isOnline ? 'online' : 'here',
    program: PROGRAMS.find((one) => one === event.program) ?? null,
    campaign: event.campaignId,
    ...{ address: event.address ?? '', onlineUrl: event.onlineUrl ?? '', access: [...event.access] },
    feeJpy: event.feeJpy || null,
    ...Object.fromEntries(counts),
    interpretation: [...interpreted].map((language) => ({ language, seats: seatsFor(language) })),
    ...{ talk: often('talk'), talkAlso: rarely('talk') },
    ...{ materials: often('materials'), materialsAlso: rarely('materials') },
    ...Object.fromEntries(LOCALES.flatMap((locale) => typedWords(event, locale))),
  };
}

function typedWords({ texts, machineMade }: Event, locale: Locale) {
  const words = texts[locale];
  const parts: readonly Part[] = ['title', 'text', 'area', 'bring', 'directions'];
  return [
    ...parts.map((part) => [fieldOf(part, locale), words?.[part] ?? ''] as const),
    [fieldOf('machineMade', locale), machineMade.includes(locale)] as const,
  ];
}

/** Reads it back. Refuses an end before its beginning, more than a week, a link that is none, and an event that is nowhere. */
export function readEvent(typed: TypedEvent): Outcome<EventFields> {
  const startsAt = instantOf(typed.startsOn, typed.startsAt);
  const endsAt = instantOf(typed.endsOn ?? typed.startsOn, typed.endsAt);
  const wrong = refuseTimes(startsAt, endsAt) ?? refusePlace(typed);
  if (wrong) return wrong;
  const texts = textsOf(typed);
  const isOnline = typed.place === 'online';
  return accept({
    event: {
      ...{ program: typed.program, campaignId: typed.campaign },
      ...{ kind: typed.kind, startsAt, endsAt, isOnline, texts },
      registrationClosesAt: closesAt(typed, startsAt),
      onlineUrl: typed.onlineUrl || null,
      address: (!isOnline && typed.address) || null,
      ...{ audience: typed.audience, access: typed.access, photoPolicy: typed.photoPolicy },
      ...{ feeJpy: typed.feeJpy ?? 0, suggestedGiftJpy: typed.suggestedGiftJpy },
      machineMade: LOCALES.filter((locale) => texts[locale] && said(typed, 'machineMade', locale) === true),
      responsibleId: typed.responsibleId,
    },
    languages: languagesOf(typed),
    seats: seatsOf(typed),
  });
}

const MOST_DAYS = 7;

function refuseTimes(startsAt: Temporal.Instant, endsAt: Temporal.Instant) {
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0)
    return refuse('event_ends_before_it_begins', {}, 'endsAt');
  const last = startsAt.add({ hours: MOST_DAYS * 24 });
  return Temporal.Instant.compare(endsAt, last) > 0
    ? refuse('event_takes_too_long', { most: MOST_DAYS }, 'endsOn')
    : null;
}

function refusePlace({ place, onlineUrl }: TypedEvent) {
  const isLink = /^https:\/\/\S+$/.test(onlineUrl);
  return onlineUrl !== '' && !isLink
    ? refuse('event_link_is_odd', {}, 'onlineUrl')
    : place === 'online' && onlineUrl === ''
      ? refuse('event_link_is_missing', {}, 'onlineUrl')
      : null;
}

const said = (typed: TypedEvent, name: string, locale: Locale): unknown =>
  (typed as Readonly<Record<string, unknown>>)[`${name}.${locale}`];

function textsOf(typed: TypedEvent): Event['texts'] {
  const written = LOCALES.flatMap((locale) => {
    const word = (part: Part) => `${said(typed, part, locale) ?? ''}`;
    const words: EventWords = {
      ...{ title: word('title'), text: word('text'), area: word('area') },
      ...{ bring: word('bring'), directions: word('directions') },
    };
    return Object.values(words).some((one) => one !== '') ? [[locale, words] as const] : [];
  });
  return Object.fromEntries(written);
}

function languagesOf({
  talk,
  talkAlso,
  materials,
  materialsAlso,
  interpretation,
}: TypedEvent): EventLanguage[] {
  const all = (kind: EventLanguage['kind'], languages: readonly (string | null)[]) =>
    languages.flatMap((language) => (language === null ? [] : [{ kind, language }]));
  return [
    ...all('talk', [...talk, talkAlso]),
    ...all(
      'interpretation',
      interpretation.map(({ language }: Interpretation) => language),
    ),
    ...all('materials', [...materials, materialsAlso]),
  ];
}

function seatsOf(typed: TypedEvent): Omit<Seats, 'taken'>[] {
  const plain = COUNTED.flatMap((kind) => {
    const capacity = typed[kind];
    return capacity === null ? [] : [{ kind, language: '', capacity }];
  });
  const interpreted = typed.interpretation.flatMap(({ language, seats }: Interpretation) =>
    seats === null ? [] : [{ kind: 'interpretation' as const, language, capacity: seats }],
  );
  return [...plain, ...interpreted];
}
