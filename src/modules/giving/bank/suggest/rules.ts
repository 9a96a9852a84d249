import { payerNumber } from '../../../../japanese/payer-name.ts';
import { isPledgeNumber } from '../../rules/pledge-number.ts';

/** Why somebody is suggested, the strongest first: none of them is certain. */
export const REASONS = [
  'earlier',
  'name',
  'number',
  'number_behind',
  'number_close',
  'sounds',
  'spelling',
  'amount',
  'date',
] as const;
export type Reason = (typeof REASONS)[number];

/** Whether it is known of the donor by who paid, not only by how much came and when. */
export const isByWhoPaid = (reasons: readonly Reason[]): boolean =>
  reasons.some((reason) => reason !== 'amount' && reason !== 'date');

const WEIGHTS: Readonly<Record<Reason, number>> = {
  earlier: 6,
  name: 6,
  number: 6,
  number_behind: 6,
  number_close: 3,
  sounds: 4,
  spelling: 3,
  amount: 2,
  date: 1,
};

export const weightOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);

/** Money comes within so many days after it was announced, mostly. */
export const DAYS = 14;

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

/** Numbers of pledges that a payer may have meant: the one beside the name, and those one slip away from the one before it. */
export function numbersMeant(
  payer: string,
): ReadonlyMap<number, 'number' | 'number_behind' | 'number_close'> {
  const told = payerNumber(payer);
  if (!told) return new Map();
  const number = Number(told.number);
  const close = slipsOf(told.number).map((digits) => [Number(digits), 'number_close'] as const);
  const itself = [number, told.stands === 'before' ? 'number' : 'number_behind'] as const;
  const meant = told.stands === 'behind' && isPledgeNumber(number) ? [itself] : [...close, itself];
  return new Map(meant.filter(([one]) => isPledgeNumber(one)));
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
