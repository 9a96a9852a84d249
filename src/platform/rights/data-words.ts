import type { Locale } from '../languages/locales.ts';
import type { Params, Words } from '../languages/messages.tsx';
import type { HoldsData } from './data-of.ts';

/** A word of the maps of personal data in its reader’s language; undefined where nobody has one. */
export type SayData = (key: string, params?: Params, of?: string) => Words | undefined;

/**
 * Looks for a word in the module of which a row or rule is (`of`, by its name), then in all others in their order.
 * @param holders the first has the words that several share
 */
export function sayData(holders: readonly Pick<HoldsData, 'name' | 'messages'>[], locale: Locale): SayData {
  return (key, params, of) => {
    const own = holders.filter(({ name }) => name === of);
    const found = [...own, ...holders].find(({ messages }) => messages.has(key));
    return found?.messages.in(locale)(key as never, params);
  };
}
