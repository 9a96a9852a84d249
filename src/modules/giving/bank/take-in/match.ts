import { normalName, payerNumber } from '../../../../japanese/payer-name.ts';
import { dayInJapan } from '../../../people/index.ts';
import { isPledgeNumber } from '../../rules/pledge-number.ts';
import type { ExplainedBy } from '../types.ts';

/** Money in, as far as it tells whose it is. */
export interface Incoming {
  readonly id: string;
  readonly day: Temporal.PlainDate;
  readonly amount: number;
  readonly payer: string;
}

/** What was announced, as far as it tells whose money it can be. */
export interface Announced {
  readonly id: string;
  readonly number: number;
  readonly donorId: string;
  readonly amount: number;
  readonly madeAt: Temporal.Instant;
}

export interface Match<Pledge extends Announced = Announced> {
  readonly pledge: Pledge;
  readonly by: Exclude<ExplainedBy, 'person'>;
}

/** The number of a pledge before a name, null where there is none that can be one. Behind a name it is a suggestion only. */
export function numberBefore(payer: string): number | null {
  const told = payerNumber(payer);
  const number = Number(told?.number);
  return told?.stands === 'before' && isPledgeNumber(number) ? number : null;
}

/** The name beside a number, in the form in which two writings of it are equal. */
export const nameBeside = (payer: string): string => normalName(payerNumber(payer)?.name ?? '');

/**
 * Which lines are certain: those with the number of a pledge before the name, whatever its state and amount, unless the name is
 * somebody else's who gives (a slip can make another's number); and those whose name is exactly one donor's, who has exactly one
 * open pledge of just this amount, made by then, that no other line takes.
 * @param found pledges by number, donors by normal name, open pledges by donor
 */
export function matchCertain<Pledge extends Announced>(
  lines: readonly Incoming[],
  found: {
    readonly byNumber: ReadonlyMap<number, Pledge>;
    readonly donorsByName: ReadonlyMap<string, ReadonlySet<string>>;
    readonly openOf: ReadonlyMap<string, readonly Pledge[]>;
  },
): ReadonlyMap<string, Match<Pledge>> {
  const matches = new Map<string, Match<Pledge>>();
  const taken = new Set<string>();
  for (const { id, payer } of lines) {
    const number = numberBefore(payer);
    const pledge = number === null ? undefined : found.byNumber.get(number);
    if (!pledge || isOfAnother(pledge, found.donorsByName.get(nameBeside(payer)))) continue;
    matches.set(id, { pledge, by: 'number' });
    taken.add(pledge.id);
  }
  const named = lines.flatMap((line) => {
    const pledge = matches.has(line.id) ? undefined : onlyPledgeOf(line, found);
    return pledge && !taken.has(pledge.id) ? [{ id: line.id, pledge }] : [];
  });
  // Two lines for one pledge: which of them it announced, nobody knows.
  const rivals = Map.groupBy(named, ({ pledge }) => pledge.id);
  for (const { id, pledge } of named)
    if (rivals.get(pledge.id)?.length === 1) matches.set(id, { pledge, by: 'name' });
  return matches;
}

const isOfAnother = ({ donorId }: Announced, named: ReadonlySet<string> | undefined): boolean =>
  named !== undefined && !named.has(donorId);

function onlyPledgeOf<Pledge extends Announced>(
  { payer, amount, day }: Incoming,
  found: Pick<Parameters<typeof matchCertain<Pledge>>[1], 'donorsByName' | 'openOf'>,
): Pledge | undefined {
  const [donorId, another] = found.donorsByName.get(normalName(payer)) ?? [];
  if (donorId === undefined || another !== undefined) return undefined;
  const [pledge, second] = (found.openOf.get(donorId) ?? []).filter((one) => one.amount === amount);
  const isMade = pledge && Temporal.PlainDate.compare(dayInJapan(pledge.madeAt), day) <= 0;
  return isMade && second === undefined ? pledge : undefined;
}
