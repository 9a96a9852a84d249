import { mayBeAPair } from '../fit/conditions.ts';
import type { SolvedRound } from '../pairs/types.ts';
import type { Resident } from '../people/party.ts';
import { type Change, changed, changesLoosening } from './changes.ts';
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

/** Drops "travel 6 km" where "travel 4 km" gives as much. */
function withoutLargerForNothing(help: readonly Help[]): Help[] {
  const seen = new Set<string>();
  return help.filter(({ changes, candidates, givesAPair }) => {
    const isFarther = changes.some(({ code }) => code === 'travel_farther');
    const others = changes.filter(({ code }) => code !== 'travel_farther');
    const key = JSON.stringify([others, candidates, givesAPair]);
    if (isFarther && seen.has(key)) return false;
    if (isFarther) seen.add(key);
    return true;
  });
}
