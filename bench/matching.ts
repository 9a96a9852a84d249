import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCertificate } from '../src/matching/round/certificate.ts';
import { solveRound } from '../src/matching/round/solve.ts';
import type { RoundProblem, RoundResult } from '../src/matching/round/types.ts';
import { makeApplicants } from './instances/applicants.ts';
import { holdInWorker } from './instances/event-loop.ts';
import {
  figuresOf,
  type Held,
  type Measured,
  median,
  PEOPLE_ROUNDS,
  type PeopleRound,
} from './instances/figures.ts';
import {
  hashOf,
  KNOWN_OPTIMA,
  type KnownOptimum,
  makeInstance,
  toFile,
  withoutCapacities,
} from './instances/known.ts';
import { buildReference, runReference } from './instances/lemon.ts';
import { measurePeak } from './instances/peak.ts';

const CITY_FILE = 'city.bin';

interface Bench {
  readonly folder: string;
  readonly program: string | null;
  readonly rounds: number;
}

/** Is this the known optimum, and does it prove itself? */
function isExact(problem: RoundProblem, result: RoundResult, known: KnownOptimum): boolean {
  const isOptimum = result.pairs === known.pairs && result.fit === known.fit;
  return isOptimum && checkCertificate(problem, result).ok;
}

/** One solve of ours: its processor time and its time by the clock, and whether it is exact and proven. */
function solveOnce(
  problem: RoundProblem,
  known: KnownOptimum,
): { ms: number; clock: number; exact: boolean } {
  const began = performance.now();
  const before = process.threadCpuUsage();
  const result = solveRound(problem);
  const { user, system } = process.threadCpuUsage(before);
  const clock = performance.now() - began;
  return { ms: (user + system) / 1000, clock, exact: isExact(problem, result, known) };
}

/** Solves one instance in turns with the reference. */
async function measure(known: KnownOptimum, bench: Bench): Promise<Measured> {
  const made = makeInstance(known.make);
  const hash = hashOf(toFile(made));
  const problem = known.capacities ? made : withoutCapacities(made);
  const file = join(bench.folder, 'instance.bin');
  writeFileSync(file, toFile(problem));
  if (known.make === 'city 100000') writeFileSync(join(bench.folder, CITY_FILE), toFile(problem));
  const plain = known.capacities ? KNOWN_OPTIMA.find(({ make }) => make === known.make) : undefined;
  const ours: number[] = [];
  const clock: number[] = [];
  const theirs: number[] = [];
  const toPlain: number[] = [];
  let exact = hash === known.hash;
  for (let round = 0; round < bench.rounds; round++) {
    const own = solveOnce(problem, known);
    ours.push(own.ms);
    clock.push(own.clock);
    exact &&= own.exact;
    if (plain !== undefined) toPlain.push(own.ms / solveOnce(withoutCapacities(made), plain).ms);
    if (bench.program === null) continue;
    const reference = await runReference(bench.program, file);
    theirs.push(reference.solve_ms);
    exact &&= reference.pairs === known.pairs && reference.fit === known.fit;
  }
  const ratio = theirs.length === 0 ? null : median(theirs.map((ms, round) => ms / ours[round]!));
  const plain_ratio = toPlain.length === 0 ? null : median(toPlain);
  const times = { ours_ms: median(ours), first_ms: ours[0]!, clock_ms: median(clock) };
  return { known, hash, exact, ...times, ratio, plain_ratio };
}

function print({ known, hash, exact, ours_ms, first_ms, clock_ms, ratio }: Measured): void {
  const name = `${known.make}${known.capacities ? ', with capacities' : ''}`.padEnd(32);
  const times = `${ours_ms.toFixed(0).padStart(6)} ms (first ${first_ms.toFixed(0)}, clock ${clock_ms.toFixed(0)})`;
  const speed = ratio === null ? '' : `  ${ratio.toFixed(2)} times as fast as LEMON`;
  const totals = `${known.pairs} pairs, fit ${known.fit}`;
  console.log(`${name} ${hash}  ${exact ? 'exact, proven' : 'NOT EXACT'}  ${totals}  ${times}${speed}`);
}

/** Rounds from plain data to proposals in a worker thread: median of the rounds. */
async function measureHeld(people: PeopleRound, rounds: number): Promise<Held> {
  const input = makeApplicants(people.residents, people.volunteers);
  const clock: number[] = [];
  const delays: number[] = [];
  let exact = true;
  for (let round = 0; round < rounds; round++) {
    const { round: held, clock_ms, p99_ms, shares } = await holdInWorker(input);
    clock.push(clock_ms);
    delays.push(p99_ms);
    exact &&= shares > 1 && checkCertificate(held.problem, held.result).ok;
  }
  console.log(
    `${people.name.padEnd(32)} ${exact ? 'proven' : 'NOT PROVEN'}  ${median(clock).toFixed(0)} ms by the clock`,
  );
  return { people, exact, clock_ms: median(clock), p99_ms: median(delays) };
}

/**
 * Measures the round solver on every instance with a known optimum, in turns with LEMON's network simplex. Times are
 * processor times of the thread that solves, for both: on a quiet machine what the clock says, and on a busy one
 * still comparable. The clock is printed beside them. Then rounds of people, from plain data to proposals in a worker
 * thread, by the clock.
 * `--rounds N` (default 5), `--only TEXT` for the instances whose name contains it. True when all figures hold;
 * ratios to LEMON count as not held where LEMON is missing.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const folder = mkdtempSync(join(tmpdir(), 'otonari-bench-'));
  try {
    const reference = await buildReference(folder);
    if ('missing' in reference) console.log(reference.missing);
    const program = 'program' in reference ? reference.program : null;
    const bench = { folder, program, rounds: Number(values.rounds) };
    const measured: Measured[] = [];
    for (const known of KNOWN_OPTIMA.filter(({ make }) => make.includes(values.only))) {
      measured.push(await measure(known, bench));
      print(measured.at(-1)!);
    }
    const isCityMeasured = measured.some(({ known }) => known.make === 'city 100000');
    const peak_mb = isCityMeasured ? await measurePeak(join(folder, CITY_FILE)) : null;
    const held: Held[] = [];
    for (const people of PEOPLE_ROUNDS.filter(({ name }) => name.includes(values.only)))
      held.push(await measureHeld(people, bench.rounds));
    const figures = figuresOf(measured, { peak_mb, held });
    for (const { name, value, bound, holds } of figures) {
      console.log(`${holds ? 'holds   ' : 'MISSED  '} ${name}: ${value} (promised ${bound})`);
    }
    const holds = figures.every((figure) => figure.holds);
    console.log(JSON.stringify({ bench: 'matching', holds, figures }));
    return holds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
