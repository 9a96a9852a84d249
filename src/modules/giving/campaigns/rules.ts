import { readAmount } from '../give/rules.ts';
import type { Campaign } from './types.ts';

type Period = Pick<Campaign, 'beginsOn' | 'endsOn'>;

/** Where a campaign stands: days are those of Japan. */
export type Phase = 'before' | 'during' | 'after';

/** @param today in Japan */
export function phaseOf({ beginsOn, endsOn }: Period, today: Temporal.PlainDate): Phase {
  if (Temporal.PlainDate.compare(today, beginsOn) < 0) return 'before';
  return Temporal.PlainDate.compare(today, endsOn) > 0 ? 'after' : 'during';
}

/** How many days there are still to give, today among them: 1 on the last one. @param today a day on which it runs */
export function daysLeft({ endsOn }: Pick<Period, 'endsOn'>, today: Temporal.PlainDate): number {
  return today.until(endsOn, { largestUnit: 'days' }).days + 1;
}

/** Of those that are public the one to show first: which runs and ends first, else the next to begin; null for neither. */
export function foremost<Item extends Period>(
  campaigns: readonly Item[],
  today: Temporal.PlainDate,
): Item | null {
  const inPhase = (phase: Phase) => campaigns.filter((campaign) => phaseOf(campaign, today) === phase);
  const [running] = inPhase('during').toSorted((a, b) => Temporal.PlainDate.compare(a.endsOn, b.endsOn));
  const [coming] = inPhase('before').toSorted((a, b) => Temporal.PlainDate.compare(a.beginsOn, b.beginsOn));
  return running ?? coming ?? null;
}

/** One amount a line, as somebody types what they give. @returns null where one can't be given, or they do not go up */
export function readTiers(lines: readonly string[]): number[] | null {
  const amounts = lines.map(readAmount).filter((amount) => typeof amount === 'number');
  const goUp = amounts.every((amount, at) => amount > (amounts[at - 1] ?? 0));
  return goUp && amounts.length === lines.length ? amounts : null;
}
