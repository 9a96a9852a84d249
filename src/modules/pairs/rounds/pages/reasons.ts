import { findMunicipality } from '../../../../japanese/places.ts';
import type { Reason } from '../../../../matching/index.ts';
import en from '../../../../matching/messages/en.json' with { type: 'json' };
import ja from '../../../../matching/messages/ja.json' with { type: 'json' };
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { defineStaffMessages } from '../../../../platform/languages/messages.tsx';
import { municipalityName, plainLanguageName } from '../../../people/index.ts';
import { pairsMessages } from '../../words.ts';

/** What the engine says, in the languages of coordinators. */
const engineMessages = defineStaffMessages<keyof typeof en>({ ja, en });

/** By which parties are called, by their applications. */
export type NamesOf = ReadonlyMap<string, string>;

type Params = Reason['params'];

/** Says what the engine gives as codes: people by name, languages and places as they are called. */
export function sayingEngine(locale: Locale, names: NamesOf) {
  const t = engineMessages.in(locale);
  const list = (items: readonly string[]) => formatsIn(locale).list(items);
  const say = (code: string, params: Params = {}): string =>
    engineMessages.has(code)
      ? t.plain(
          code,
          Object.fromEntries(
            Object.entries(params).map(([name, value]) => [name, wordFor(name, value, params)]),
          ),
        )
      : code;
  const wordFor = (name: string, value: Params[string], params: Params): string | number => {
    if (name === 'language') return plainLanguageName(String(value), locale);
    if (name === 'area') return areaName(String(value), locale);
    if (name === 'volunteer') return names.get(String(value)) ?? '–';
    if (typeof value === 'string' || typeof value === 'number') return value;
    return list(value.map((item) => itemFor(name, item, params)));
  };
  const itemFor = (name: string, item: string, params: Params): string => {
    if (name === 'languages') return plainLanguageName(item, locale);
    if (name === 'residents') return names.get(item) ?? '–';
    if (name === 'interests') return interestName(item, locale);
    if (name === 'days') return say('day', { day: item });
    if (name === 'purposes') return say(`purpose.${item}`);
    if (name !== 'conditions') return item;
    const { conditions, ...rest } = params;
    return say(`condition.${item}`, rest);
  };
  return { say, sayReason: ({ code, params }: Reason) => say(code, params), list };
}

export type SayingEngine = ReturnType<typeof sayingEngine>;

/** What a municipality is called, by its code. */
export function areaName(code: string, locale: Locale): string {
  const municipality = findMunicipality(code);
  return municipality ? municipalityName(municipality, locale) : code;
}

/** What an interest is called; one of somebody's own words as it stands. */
export function interestName(interest: string, locale: Locale): string {
  const key = `interest_${interest}`;
  return pairsMessages.has(key) ? pairsMessages.in(locale).plain(key) : interest;
}
