import { mayBeAPair } from '../fit/conditions.ts';
import type { SolvedRound } from '../pairs/types.ts';
import type { Resident } from '../people/party.ts';
import { type Change, changed, changesLoosening, sizeOf } from './changes.ts';
import { conditionsIn } from './misses.ts';

/** A change, or two together, and what it would give. */
export interface Help {
  changes: readonly Change[];
  /** Volunteers with a place in this round who become candidates by it. */
  candidates: number;
  /** Whether the round would hold one more pair, nobody else losing theirs. */
  givesAPair: boolean;
}

/**
 * What `changesThatHelp` looks at: the resident, the misses of all volunteers, and who has room (see
 * `volunteersWithRoom`).
 */
export interface HelpSearch {
  round: SolvedRound;
  resident: Resident;
  misses: Uint16Array;
  hasRoom: Uint8Array;
}

/**
 * Computes the smallest changes on the resident's side that give candidates: single changes, and two together
 * only when no single change gives a pair. Each is tried on every volunteer who refuses for that reason
 * alone, by the same conditions as the round. Those that give a pair come first, then fewer changes, then
 * more candidates.
 */
export function changesThatHelp(search: HelpSearch): Help[] {
  const single = helpWith(search, 1);
  const help = single.some(({ givesAPair }) => givesAPair) ? single : [...single, ...helpWith(search, 2)];
  return withoutLargerForNothing(help).sort(
    (a, b) =>
      Number(b.givesAPair) - Number(a.givesAPair) ||
      a.changes.length - b.changes.length ||
      b.candidates - a.candidates,
  );
}

/** Tries all changes of the given number on the volunteers who break exactly as many conditions. */
function helpWith({ round, resident, misses, hasRoom }: HelpSearch, count: 1 | 2): Help[] {
  const help: Help[] = [];
  for (const [miss, volunteers] of groupByMiss(misses, count)) {
    const [first, second] = conditionsIn(miss).map((name) => changesLoosening(name, resident));
    const trials = (first ?? []).flatMap((one) =>
      count === 1 ? [[one]] : (second ?? []).map((two) => [one, two]),
    );
    for (const changes of trials) {
      const after = changes.reduce(changed, resident);
      const gained = volunteers.filter((column) =>
        mayBeAPair(after, round.volunteers[column]!, round.input.weights.limits),
      );
      if (gained.length === 0) continue;
      const givesAPair = gained.some((column) => hasRoom[column] === 1);
      help.push({ changes, candidates: gained.length, givesAPair });
    }
  }
  return help;
}

function groupByMiss(misses: Uint16Array, count: number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  misses.forEach((miss, column) => {
    if (conditionsIn(miss).length !== count) return;
    const group = groups.get(miss);
    if (group) group.push(column);
    else groups.set(miss, [column]);
  });
  return groups;
}

/** Drops "travel 6 km" where "travel 4 km" gives as much, and "do without both" where "without one" does. */
function withoutLargerForNothing(help: readonly Help[]): Help[] {
  const least = new Map<string, number>();
  const sizeOfAll = ({ changes }: Help) => changes.reduce((sum, change) => sum + sizeOf(change), 0);
  const gainOf = ({ changes, candidates, givesAPair }: Help) => {
    const kinds = changes.map((change) => (sizeOf(change) > 0 ? change.code : change));
    return JSON.stringify([kinds, candidates, givesAPair]);
  };
  for (const one of help)
    least.set(gainOf(one), Math.min(sizeOfAll(one), least.get(gainOf(one)) ?? Number.POSITIVE_INFINITY));
  return help.filter((one) => sizeOfAll(one) === least.get(gainOf(one)));
}
