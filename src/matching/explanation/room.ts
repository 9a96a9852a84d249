import type { SolvedRound } from '../pairs/types.ts';

/**
 * Says for each volunteer (by column) whether one more resident could be paired with them while nobody loses
 * a pair: those with a free place, and those whose resident could move, directly or through others, to a free
 * place. These are the ends of the augmenting paths (Berge 1957), so a new candidate gives one more pair
 * exactly when this says yes. The certificate knows them: whoever has a place to give and a cover of 0 (see
 * `round/README.md`).
 */
export function volunteersWithRoom({ problem, result }: SolvedRound): Uint8Array {
  const places = problem.capacity.slice();
  for (const [, column] of problem.pinned ?? []) places[column]! -= 1;
  const { volunteers } = result.certificate.cover;
  return Uint8Array.from(places, (count, column) => (count > 0 && volunteers[column] === 0 ? 1 : 0));
}
