import { parseArgs } from 'node:util';
import { checkCertificate } from '../src/matching/round/certificate.ts';
import { toCore } from '../src/matching/round/core.ts';
import { coverRound } from '../src/matching/round/cover/cover.ts';
import { emptyHolding, type Holding, type Market, settleAgents } from '../src/matching/round/price/market.ts';
import { faceOf, marketOfColumns, marketOfRows } from '../src/matching/round/price/markets.ts';
import { followPaths } from '../src/matching/round/price/paths.ts';
import { auctionByScaling } from '../src/matching/round/price/scaling-auction.ts';
import { followBestPaths, tryEveryRound } from '../src/matching/round/samples/other-solvers.ts';
import { makeRound, shuffleRound } from '../src/matching/round/samples/small-rounds.ts';
import { solveRound } from '../src/matching/round/solve.ts';
import { newTicker } from '../src/matching/round/ticker.ts';
import type { RoundProblem } from '../src/matching/round/types.ts';

const ENDLESS = Number.POSITIVE_INFINITY;

function differs(a: object, b: object): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

/** The total value of what is held. */
function worthOf(market: Market, { holder }: Holding): number {
  let worth = 0;
  for (let a = 0; a < market.agents; a++) {
    for (let p = market.ptr[a]!; p < market.ptr[a + 1]!; p++) {
      const places = holder.subarray(
        market.slotPtr[market.object[p]!]!,
        market.slotPtr[market.object[p]! + 1]!,
      );
      if (places.includes(a)) worth += market.value[p]!;
    }
  }
  return worth;
}

/** Both exact ways through one market, each from nothing, must come to the same worth. */
function waysDiffer(market: Market): boolean {
  const ticker = newTicker({});
  const byPaths = emptyHolding(market);
  settleAgents(market, byPaths);
  followPaths(market, byPaths, { perEdge: ENDLESS }, ticker);
  const byScaling = emptyHolding(market);
  const finished = auctionByScaling(market, byScaling, { looksPerEdge: ENDLESS }, ticker);
  return finished && worthOf(market, byPaths) !== worthOf(market, byScaling);
}

/** What is wrong with the solver on one round, or null. */
function findFault(problem: RoundProblem, seed: number, size: 'small' | 'larger'): string | null {
  const result = solveRound(problem);
  const { pairs, urgency, fit } = result;
  const verdict = checkCertificate(problem, result);
  if (!verdict.ok) return verdict.because;
  const expected = size === 'small' ? tryEveryRound(problem) : followBestPaths(problem);
  if (differs({ pairs, urgency, fit }, expected)) return `expected ${JSON.stringify(expected)}`;
  const core = toCore(problem);
  const cover = coverRound(core, newTicker({}));
  const face = faceOf(core, cover);
  if (waysDiffer(marketOfRows(core, cover, face))) return 'two ways through the residents differ';
  const mustBePaired = face.must.some((must) => must === 1);
  if (!mustBePaired && waysDiffer(marketOfColumns(core, cover, face)))
    return 'two ways through the volunteers differ';
  if (problem.pinned !== undefined || problem.forbidden !== undefined) return null;
  const { round, residentAt, volunteerAt } = shuffleRound(problem, seed);
  const back = new Int32Array(problem.residents).fill(-1);
  solveRound(round).volunteerOf.forEach((place, at) => {
    if (place >= 0) back[residentAt[at]!] = volunteerAt[place]!;
  });
  return differs(back, result.volunteerOf) ? 'another order gives other pairs' : null;
}

/**
 * Solves random and adversarial rounds against every round there is (small ones), against a second solver (larger
 * ones), and the solver's two exact ways against each other, for `--seconds N` (default 60) from `--seed N`.
 * True when no fault was found.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const end = performance.now() + Number(values.seconds) * 1000;
  const counts = { small: 0, large: 0 };
  for (let seed = Number(values.seed); performance.now() < end; seed++) {
    const isSmall = seed % 4 !== 0;
    const made = makeRound(
      seed,
      isSmall ? { residents: 7, volunteers: 6 } : { residents: 90, volunteers: 70 },
    );
    const { pinned, ...open } = made;
    const fault = findFault(
      isSmall && pinned !== undefined ? made : open,
      seed,
      isSmall ? 'small' : 'larger',
    );
    counts[isSmall ? 'small' : 'large'] += 1;
    if (fault === null) continue;
    console.log(`Seed ${seed}: ${fault}`);
    console.log(JSON.stringify({ fuzz: 'matching', holds: false, seed, fault }));
    return false;
  }
  console.log(`${counts.small} small and ${counts.large} larger rounds, no fault.`);
  console.log(JSON.stringify({ fuzz: 'matching', holds: true, ...counts }));
  return true;
}
