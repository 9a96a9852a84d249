import { widenKana } from '../../../japanese/kana.ts';
import { readTyped } from '../../../japanese/typed.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Channel, OtherChannel } from '../types.ts';

const FIRST_BIRTH_YEAR = 1900;

/** Whether a year of birth can be somebody's who is alive: from 1900 to this year. */
export function mayBeBornIn(year: number | null, today: Temporal.PlainDate): Outcome<number | null> {
  if (year === null || (year >= FIRST_BIRTH_YEAR && year <= today.year)) return accept(year);
  return refuse(
    'year_is_out_of_range',
    { least: FIRST_BIRTH_YEAR.toString(), most: today.year.toString() },
    'birthYear',
  );
}

/** What people put between the digits of a number, beside spaces, hyphens and brackets. */
const SEPARATORS = /[./・･·ー~]/gu;

/**
 * A telephone number as it is kept: plain digits with the plus, spaces, hyphens and brackets that were typed, in any
 * script and width; `(+84) 912 345 678` as `+84 912 345 678`, `090・1234・5678` and `tel:090.1234.5678` with hyphens.
 * Refuses what has fewer than six digits or letters in it.
 */
export function readPhone(typed: string | null): Outcome<string | null> {
  if (typed === null) return accept(null);
  const phone = readTyped(typed)
    .replace(/^tel:\s*/iu, '')
    .replace(SEPARATORS, '-')
    .replace(/^\(\s*(\+\d+)\s*\)/u, '$1');
  const digits = phone.replaceAll(/\D/gu, '').length;
  const isPhone = /^\+?[\d ()-]{6,39}$/u.test(phone) && digits >= 6 && digits <= 15;
  return isPhone ? accept(phone) : refuse('phone_is_not_a_number', {}, 'phone');
}

/** An address of mail or of the web; or a number that is called: nine digits or more behind a zero or a plus, however they are parted. */
const WAY_TO_REACH =
  /@|https?:|www\.|[a-z0-9-]\.(?:com|net|org|info|me|io|jp|cn|tw|kr|vn|np|in)\b|[+0](?:[\s()./・･·ー~-]*\d){8,}/iu;

/** Whether words that are read before two have agreed to meet name a way to reach somebody past us. */
export function namesWayToReach(typed: string): boolean {
  return WAY_TO_REACH.test(readTyped(typed));
}

/** Whether the way somebody wants to be reached leads anywhere. */
export function mayPrefer(
  channel: Channel,
  addresses: Readonly<Record<OtherChannel, string | null>> & { readonly phone: string | null },
): Outcome<Channel> {
  if (channel === 'email' || addresses[channel] !== null) return accept(channel);
  return refuse('preferred_channel_has_no_address', {}, 'preferredChannel');
}

/** The reading of a name, with half-width kana made full width. Any other script is left as it is. */
export function tidyKana(typed: string | null): string | null {
  return typed === null ? null : widenKana(typed);
}
