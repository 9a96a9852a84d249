import type { Attendee } from '../../types.ts';

/** Who comes, as it is typed. */
export interface PartyTyped {
  readonly adults: number;
  readonly childAges: readonly number[];
  /** How many of them craft. */
  readonly crafts: number;
  /** The language into which is interpreted for the adults; empty: none. */
  readonly interpretation: string;
}

/** Ages as families write them: `4, 7`, `4、7`, `４　７`, `4岁和7岁`. Years on the day, below eighteen; null for anything else. */
export function readAges(typed: string): number[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,、，・と和]+|and/u)
    .filter(Boolean);
  const ages = parts.map((part) =>
    /^\d{1,2}(歳|才|さい|岁|周岁)?$/u.test(part) ? Number.parseInt(part, 10) : Number.NaN,
  );
  return ages.every((age) => age < 18) ? ages : null;
}

/** Everybody who comes: adults first, then children, the eldest first. Who crafts are the youngest. */
export function partyOf({ adults, childAges, crafts, interpretation }: PartyTyped): Attendee[] {
  const ages = [
    ...Array.from({ length: adults }, () => null),
    ...childAges.toSorted((one, other) => other - one),
  ];
  return ages.map((age, at) => ({
    age,
    crafts: at >= ages.length - crafts,
    interpretation: interpretation === '' || age !== null ? null : interpretation,
  }));
}

/** The way back: what a party was typed as. */
export function typedParty(party: readonly Attendee[]): PartyTyped {
  return {
    adults: party.filter(({ age }) => age === null).length,
    childAges: party.flatMap(({ age }) => age ?? []),
    crafts: party.filter((one) => one.crafts).length,
    interpretation: party.find((one) => one.interpretation)?.interpretation ?? '',
  };
}
