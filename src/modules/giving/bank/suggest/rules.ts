import { nameSounds, normalName, payerNumber } from '../../../../japanese/payer-name.ts';
import { isPledgeNumber } from '../../rules/pledge-number.ts';
import { distance } from './distance.ts';

/** Why somebody is suggested, the strongest first: none of them is certain. */
export const REASONS = [
  'earlier',
  'name',
  'number_behind',
  'number_close',
  'sounds',
  'spelling',
  'amount',
  'date',
] as const;
export type Reason = (typeof REASONS)[number];

const WEIGHTS: Readonly<Record<Reason, number>> = {
  earlier: 6,
  name: 6,
  number_behind: 6,
  number_close: 3,
  sounds: 4,
  spelling: 3,
  amount: 2,
  date: 1,
};

export const weightOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);

const MOST_EDITS = 2;
/** In a shorter name, two letters make another one. */
const LEAST_LETTERS = 4;
/** Money comes within so many days after it was announced, mostly. */
const DAYS = 14;

/** A name with what it takes to compare it. */
export interface Name {
  readonly normal: string;
  readonly sounds: readonly string[];
}

export const nameOf = (text: string): Name => ({ normal: normalName(text), sounds: nameSounds(text) });

/** A payer's name without the number beside it. */
export const payerName = (payer: string): Name => nameOf(payerNumber(payer)?.name ?? payer);

/** What two names have in common. */
export function likeName(payer: Name, donor: Name): Reason | null {
  if (payer.normal === '' || donor.normal === '') return null;
  if (payer.normal === donor.normal) return 'name';
  if (payer.sounds.some((sound) => donor.sounds.includes(sound))) return 'sounds';
  const isLong = Math.min(payer.normal.length, donor.normal.length) >= LEAST_LETTERS;
  return isLong && distance(payer.normal, donor.normal, MOST_EDITS) <= MOST_EDITS ? 'spelling' : null;
}

/** What a pledge has in common with a line beside its donor's name. */
export function likePledge(
  line: { readonly amount: number; readonly day: Temporal.PlainDate },
  pledge: { readonly amount: number; readonly madeOn: Temporal.PlainDate },
): Reason[] {
  const days = pledge.madeOn.until(line.day).days;
  return [
    ...(pledge.amount === line.amount ? (['amount'] as const) : []),
    ...(days >= 0 && days <= DAYS ? (['date'] as const) : []),
  ];
}

/** Numbers of pledges that a payer may have meant: the one behind the name, and those one slip away from the one before it. */
export function numbersMeant(payer: string): ReadonlyMap<number, 'number_behind' | 'number_close'> {
  const told = payerNumber(payer);
  if (!told) return new Map();
  const number = Number(told.number);
  if (told.stands === 'behind' && isPledgeNumber(number)) return new Map([[number, 'number_behind']]);
  const close = slipsOf(told.number).map(Number).filter(isPledgeNumber);
  return new Map(close.map((one) => [one, 'number_close']));
}

/** The same digits with one written otherwise, or two neighbors swapped. */
function slipsOf(digits: string): string[] {
  return [...digits].flatMap((digit, at) => {
    const [before, behind] = [digits.slice(0, at), digits.slice(at + 1)];
    const others = [...'0123456789'].filter((one) => one !== digit).map((one) => before + one + behind);
    const next = behind.charAt(0);
    return next === '' || next === digit ? others : [...others, before + next + digit + behind.slice(1)];
  });
}
