import { parseArgs } from 'node:util';
import { makeProgram } from '../test/support/program.ts';
import { compareRows, shareOf, startBare, startOthers } from './serving/comparisons.ts';
import { AS_A_BROWSER, type Cost, closeConnections, measure, take } from './serving/load.ts';
import { SLUG } from './serving/public-world.ts';
import { measureSecondStart } from './serving/second-start.ts';
import { textOf, weigh } from './serving/weight.ts';
import { buildPages } from './serving/world.ts';

/** A server runs all day: in its first minute it still compiles what it runs and finds the size of its memory. */
const SETTLING_ROUNDS = 4;
/** Whatever else a machine does makes single figures larger, by a third and more on a shared one. */
const ROUNDS = 5;
const LEAST_OF_ROWS = 0.25;
const MOST = { timesOthers: 2, javascript: 15_000, total: 60_000, startMs: 3_000 };

/**
 * Measures the coordinator's desk and the volunteer's list of 30 cards, signed in, and the home page, a list of a dozen events, an article and a story as
 * visitors see them, from the database, packed as for a browser of today,
 * against the stack others would pick (Hono and `preact-render-to-string`) drawing the same page out of memory, against Node's own server
 * with as many bytes and against PostgreSQL giving single rows by key, by turns in one run: server CPU of a page (its process only; the median
 * of five rounds after four to settle) at most twice that of the others, JavaScript at most 15 kB, all at most 60 kB (as sent),
 * one process getting rows by key at least a quarter as fast as pgbench where that is installed, and the second start to the first page at most 3 s.
 *
 * `--pages N` measures N pages (1,000); `--profile FOLDER` leaves a CPU profile of the server there.
 * @returns whether all of it holds
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = { pages: { type: 'string', default: '1000' }, profile: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const pages = Number(values.pages);
  const profiling = values.profile
    ? ['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${values.profile}`]
    : [];
  const program = await makeProgram({}, profiling);
  const ends: (() => void)[] = [];
  try {
    const lookers = await buildPages(program.directory);
    const startMs = await measureSecondStart(program.directory, Number(new URL(program.address).port));
    await program.start();
    const looked = [
      await compared(program, '/ja/desk', lookers.coordinatorCookie, ends),
      await compared(program, '/ja/spot/offers', lookers.volunteerCookie, ends),
      await compared(program, '/ja', '', ends),
      await compared(program, '/ja/events', '', ends),
      await compared(program, `/ja/news/${SLUG}`, '', ends),
      await compared(program, `/ja/stories/${lookers.storyId}`, '', ends),
    ];
    for (let round = 0; round < SETTLING_ROUNDS + ROUNDS; round++)
      for (const { ways } of looked) for (const way of ways) way.costs.push(await way.measure(pages));
    const seen = await Promise.all(looked.map((page) => summarize(program.address, page)));
    const { directory } = program;
    const rows = await compareRows({ databaseUrl: program.ownerUrl(), directory, offerId: lookers.offerId });
    const share = shareOf(rows);
    const ok =
      startMs <= MOST.startMs && seen.every(({ ok }) => ok) && (share === null || share >= LEAST_OF_ROWS);
    console.log(
      `Rows by key: ${rows.byStore} a second by a store, ${rows.byPgbench ?? 'not measured'} by pgbench (share ${share ?? 'unknown'}). Second start: ${startMs} ms.`,
    );
    console.log(JSON.stringify({ bench: 'pages', ok, pages, startMs, rows, share, seen }));
    return ok;
  } finally {
    for (const end of ends) end();
    closeConnections();
    await program.end();
  }
}

type Program = Awaited<ReturnType<typeof makeProgram>>;

/** A server that gives a page, and what each round of it cost. */
interface Way {
  readonly costs: Cost[];
  measure(pages: number): Promise<Cost>;
}

interface ComparedPage {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly ways: readonly [ours: Way, others: Way, bare: Way];
}

/** A page of ours beside the same of the others, and beside as many bytes. @param ends takes what ends them */
async function compared(
  { address, cpuMicros }: Program,
  path: string,
  cookie: string,
  ends: (() => void)[],
): Promise<ComparedPage> {
  const headers = { cookie: `${cookie}; __Host-language=ja` };
  const packed = { ...headers, ...AS_A_BROWSER };
  const taken = await take(address + path, packed);
  const others = await startOthers(textOf(taken));
  ends.push(others.end);
  const bare = await startBare(taken.bytes);
  ends.push(bare.end);
  const ours: Way = {
    costs: [],
    measure: (pages) => measure({ url: address + path, headers: packed, pages, cpuMicros }),
  };
  return { path, headers, ways: [ours, { ...others, costs: [] }, { ...bare, costs: [] }] };
}

async function summarize(address: string, { path, headers, ways }: ComparedPage) {
  const [ours, others, bare] = ways.map(({ costs }) => medianOf(costs.slice(SETTLING_ROUNDS))) as [
    Cost,
    Cost,
    Cost,
  ];
  const weight = await weigh(address, path, headers);
  const times = Number((ours.cpuMs / others.cpuMs).toFixed(2));
  console.log(
    `${path}: ${ours.cpuMs} ms CPU (rounds ${ways[0].costs.map(({ cpuMs }) => cpuMs).join(', ')}), ${times} times the others' ${others.cpuMs} ` +
      `(bare node:http ${bare.cpuMs}), ${ours.pagesPerSecond} pages/s (${others.pagesPerSecond}; ${bare.pagesPerSecond}), ` +
      `${weight.total} bytes, ${weight.javascript} of them JavaScript.`,
  );
  const ok = times <= MOST.timesOthers && weight.total <= MOST.total && weight.javascript <= MOST.javascript;
  return { path, ok, ...ours, times, othersCpuMs: others.cpuMs, bareCpuMs: bare.cpuMs, ...weight };
}

/** The round whose CPU is the median. */
function medianOf(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((one, other) => one.cpuMs - other.cpuMs);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new Error('nothing was measured');
  return median;
}
