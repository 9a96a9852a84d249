import type { ResidentVolunteer, RoundProblem } from '../types.ts';

/** A deterministic source of numbers in [0, 1): Mulberry32. */
export function newRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RoundSize {
  readonly residents: number;
  readonly volunteers: number;
}

/**
 * A random round of at most the given size. Density, range of fits, number of distinct urgencies, capacities and
 * the coordinator's decisions all vary with the seed, so that ties, gaps and empty rows are common.
 */
export function makeRound(seed: number, largest: RoundSize): RoundProblem {
  const random = newRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const residents = below(largest.residents + 1);
  const volunteers = below(largest.volunteers + 1);
  const density = random();
  const bestFit = [0, 1, 3, 10, 1000, 1_000_000][below(6)]!;
  const urgencies = [0, 0, 1, 2, 9, 1_000][below(6)]!;
  const shape = below(4);
  const rowPtr = [0];
  const column: number[] = [];
  const fit: number[] = [];
  for (let i = 0; i < residents; i++) {
    for (let j = 0; j < volunteers; j++) {
      if (random() >= density) continue;
      column.push(j);
      const share = [random(), j / volunteers, (i * j) / (residents * volunteers), i / residents][shape]!;
      fit.push(Math.floor(share * (bestFit + 1)));
    }
    rowPtr.push(column.length);
  }
  const problem = {
    residents,
    volunteers,
    rowPtr: Int32Array.from(rowPtr),
    column: Int32Array.from(column),
    fit: Int32Array.from(fit),
    capacity: Int32Array.from({ length: volunteers }, () => [0, 1, 1, 1, 2, 4][below(6)]!),
    ...(urgencies > 0 && { urgency: Int32Array.from({ length: residents }, () => below(urgencies + 1)) }),
  };
  return below(3) === 0 ? { ...problem, ...decide(problem, random) } : problem;
}

/** A few pinned and forbidden pairs that contradict neither each other nor the capacities. */
function decide(problem: RoundProblem, random: () => number): Pick<RoundProblem, 'pinned' | 'forbidden'> {
  const pinned: ResidentVolunteer[] = [];
  const forbidden: ResidentVolunteer[] = [];
  const places = problem.capacity.slice();
  for (let i = 0; i < problem.residents; i++) {
    const start = problem.rowPtr[i]!;
    const degree = problem.rowPtr[i + 1]! - start;
    const volunteer = problem.column[start + Math.floor(random() * degree)] ?? -1;
    const draw = random();
    if (degree === 0 || draw > 0.5) continue;
    if (draw > 0.2) forbidden.push([i, volunteer]);
    else if (places[volunteer]! > 0) {
      places[volunteer]! -= 1;
      pinned.push([i, volunteer]);
    }
  }
  return { pinned, forbidden };
}

/** The same round with everybody in another order, and for both orders a number that goes with the person. */
export function shuffleRound(problem: RoundProblem, seed: number): ShuffledRound {
  const random = newRandom(seed);
  const residentAt = shuffled(problem.residents, random);
  const volunteerAt = shuffled(problem.volunteers, random);
  const placeOf = new Int32Array(problem.volunteers);
  volunteerAt.forEach((volunteer, place) => {
    placeOf[volunteer] = place;
  });
  const rowPtr = [0];
  const column: number[] = [];
  const fit: number[] = [];
  for (const resident of residentAt) {
    const start = problem.rowPtr[resident]!;
    for (const at of shuffled(problem.rowPtr[resident + 1]! - start, random)) {
      column.push(placeOf[problem.column[start + at]!]!);
      fit.push(problem.fit[start + at]!);
    }
    rowPtr.push(column.length);
  }
  const { urgency } = problem;
  const round = {
    residents: problem.residents,
    volunteers: problem.volunteers,
    rowPtr: Int32Array.from(rowPtr),
    column: Int32Array.from(column),
    fit: Int32Array.from(fit),
    capacity: volunteerAt.map((volunteer) => problem.capacity[volunteer]!),
    ...(urgency !== undefined && { urgency: residentAt.map((resident) => urgency[resident]!) }),
    order: { residents: residentAt, volunteers: volunteerAt },
  };
  return { round, residentAt, volunteerAt };
}

export interface ShuffledRound {
  readonly round: RoundProblem;
  readonly residentAt: Int32Array;
  readonly volunteerAt: Int32Array;
}

function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
