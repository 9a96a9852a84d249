import { sql } from 'kysely';
import { listWaiting } from '../../src/modules/giving/bank/store/lines.ts';
import { keepNameKeys } from '../../src/modules/giving/bank/store/name-keys.ts';
import { findSuggestions } from '../../src/modules/giving/bank/suggest/find.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { chanceFrom } from '../../src/platform/parts/chance.ts';
import { sealedColumn } from '../../src/platform/sealed/column.ts';
import type { Sealed } from '../../src/platform/sealed/seal.ts';
import { bankFile, takeInFile } from '../../test/support/giving-bank.ts';
import { fillPledges, makeLines, type TrueLine } from './true-lines.ts';

const NOW = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const ROWS = 30;
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

/**
 * So many lines of the bank, a file a week, taken in against so many pledges: says lines a second, how many are explained by
 * themselves and how many of those are right, and how long a page of the queue takes for its suggestions.
 * @returns whether none of those explained by themselves is wrong
 */
export async function explainLines(
  db: Database,
  count: { readonly lines: number; readonly pledges: number },
): Promise<boolean> {
  const chance = chanceFrom('a city gives');
  const told = makeLines(await fillPledges(db, count.pledges, chance), count.lines, chance);
  await takeThemIn(db, told);
  const isRight = await compareWithTruth(db, told);
  await lookAtQueue(db);
  return isRight;
}

async function takeThemIn(db: Database, told: readonly TrueLine[]): Promise<void> {
  const files = [...Map.groupBy(told, ({ week }) => week)].sort(([one], [other]) => one - other);
  let [seconds, longest] = [0, 0];
  for (const [, lines] of files) {
    const bytes = bankFile(lines);
    const begun = performance.now();
    await inTransaction(db, (tx) => takeInFile(tx, bytes, { personId: null, now: NOW }));
    const took = (performance.now() - begun) / 1000;
    [seconds, longest] = [seconds + took, Math.max(longest, took)];
  }
  const perSecond = Math.round(told.length / seconds);
  console.log(
    `${told.length} lines in ${files.length} files: ${seconds.toFixed(1)} s, ${perSecond} lines a second`,
  );
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`longest file: ${longest.toFixed(1)} s; memory at most: ${megabytes} MB`);
}

/** What a line says of its bank's reference leads back to what is true of it. */
async function compareWithTruth(db: Database, told: readonly TrueLine[]): Promise<boolean> {
  const details = sealedColumn('giving.bank_lines.details');
  const { rows } = await sql<{ id: string; details: Sealed; pledge_id: string }>`
    select l.id, l.details, g.pledge_id from giving.bank_lines l
    join giving.bank_explanations e on e.line_id = l.id join giving.gifts g on g.id = e.gift_id`.execute(db);
  const trueOf = new Map(told.map((line) => [Number(line.reference), line]));
  const explained = rows.map((row) => ({
    line: trueOf.get(Number(details.open(db, row.id, row.details))),
    row,
  }));
  const right = explained.filter(({ line, row }) => line?.pledgeId === row.pledge_id);
  const announced = told.filter(({ pledgeId }) => pledgeId !== null);
  console.log(`explained by themselves: ${rows.length}, of which right: ${share(right.length, rows.length)}`);
  console.log(`of ${announced.length} that were announced: ${share(right.length, announced.length)}`);
  for (const [written, all] of Map.groupBy(told, (line) => line.written)) {
    const some = explained.filter(({ line }) => line?.written === written).length;
    console.log(`  ${written}: ${some} of ${all.length}`);
  }
  return rows.length > 0 && right.length === rows.length;
}

async function lookAtQueue(db: Database): Promise<void> {
  const begun = performance.now();
  while (await keepNameKeys(db));
  console.log(`keys of all names: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const { rows } = await listWaiting(db, { after: null, limit: ROWS }, undefined);
  for (const look of ['first', 'second']) {
    const looked = performance.now();
    const found = await findSuggestions(db, rows);
    const some = [...found.values()].filter((all) => all.length > 0).length;
    const took = Math.round(performance.now() - looked);
    console.log(`${look} look at the queue: ${took} ms, suggestions for ${some} of ${rows.length}`);
  }
}
