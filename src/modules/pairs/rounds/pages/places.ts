import type { ToldRound } from '../types.ts';

/** What a round does for the residents of a municipality. */
interface RoundPlace {
  /** Its code. */
  readonly area: string;
  readonly proposals: number;
  readonly leftOver: number;
  /** How many volunteers come from another municipality, by its code. */
  readonly from: readonly { readonly area: string; readonly count: number }[];
}

/** Where a round proposes, leaves over and brings together: numbers by municipality, of nobody's home. */
export function placesOf({ proposals, leftOver }: Pick<ToldRound, 'proposals' | 'leftOver'>): RoundPlace[] {
  const proposed = Map.groupBy(
    proposals.flatMap(({ areas }) => areas ?? []),
    ({ resident }) => resident,
  );
  const left = Map.groupBy(leftOver, ({ area }) => area ?? '');
  const areas = [...new Set([...proposed.keys(), ...left.keys()])].filter((area) => area !== '').sort();
  return areas.map((area) => {
    const here = proposed.get(area) ?? [];
    const elsewhere = here.filter(({ volunteer }) => volunteer !== area && volunteer !== '');
    const from = Map.groupBy(elsewhere, ({ volunteer }) => volunteer);
    return {
      area,
      proposals: here.length,
      leftOver: left.get(area)?.length ?? 0,
      from: [...from]
        .map(([other, those]) => ({ area: other, count: those.length }))
        .sort((one, other) => other.count - one.count || (one.area < other.area ? -1 : 1)),
    };
  });
}
