import type { Locale } from '../../../platform/languages/locales.ts';
import type { HoldsData } from '../../../platform/rights/data-of.ts';
import { type SayData, sayData } from '../../../platform/rights/data-words.ts';
import { peopleMessages } from '../messages.ts';
import type { PeopleServices } from '../services.ts';
import { exportMessages } from './messages.ts';

/** What of the modules’ data is called how: the words that several share are this module’s. */
export function withCommonWords(
  modules: readonly HoldsData[],
): readonly Pick<HoldsData, 'name' | 'messages'>[] {
  return [
    { name: 'people', messages: peopleMessages },
    { name: 'people', messages: exportMessages },
    ...modules,
  ];
}

/** What data and acts are called in a language. */
export function sayIn({ modules = [] }: PeopleServices, locale: Locale): SayData {
  return sayData(withCommonWords(modules), locale);
}

/** Acts of others that whoever they are about is told of. */
export function toldActs({ modules = [] }: PeopleServices): readonly string[] {
  return modules.flatMap(({ recordActs }) => recordActs?.told ?? []);
}
