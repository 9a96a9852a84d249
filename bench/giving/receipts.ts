import { sql } from 'kysely';
import { insertDonor } from '../../src/modules/giving/donors/store.ts';
import { printReceipt } from '../../src/modules/giving/receipts/file.ts';
import { listReceipts } from '../../src/modules/giving/receipts/store/lists.ts';
import { beginYearly, doBatch } from '../../src/modules/giving/receipts/yearly/run.ts';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction, waitLonger } from '../../src/platform/database/transaction.ts';

const NOW = Temporal.Instant.from('2026-12-31T09:00:00+09:00');
const JANUARY = Temporal.Instant.from('2027-01-10T09:00:00+09:00');
const URL = 'https://otonari.example';
const BY = '00000000-0000-4000-8000-000000000001';
const GIFTS_EACH = 12;
/** Sheets take longest: so many are printed, and the rest is reckoned. */
const PRINTED = 500;

/**
 * The yearly receipts of so many donors, each with twelve gifts: says seconds to issue, seconds and bytes of their sheets.
 * @returns whether everybody has one and no number is missing
 */
export async function giveReceipts(db: Database, count: number): Promise<boolean> {
  await fill(db, count);
  return giveAndPrint(db, count);
}

async function giveAndPrint(db: Database, count: number): Promise<boolean> {
  const begun = performance.now();
  const runId = await inTransaction(db, async (tx) => {
    const started = await beginYearly(tx, { calendarYear: 2026, by: BY, now: JANUARY });
    return started.ok ? started.value : '';
  });
  while (await inTransaction(db, (tx) => doBatch(tx, URL, { runId, now: JANUARY })));
  const issuing = (performance.now() - begun) / 1000;
  const { rows } = await sql<{
    receipts: number;
    donors: number;
    last: number;
  }>`select count(*)::int as receipts,
    count(distinct donor_id)::int as donors, max(number) as last from giving.receipts`.execute(db);
  const [found] = rows;
  const isWhole = found?.receipts === count && found.donors === count && found.last === count;
  console.log(`${count} receipts of ${GIFTS_EACH} gifts: issued in ${issuing.toFixed(1)} s`);
  await print(db, count);
  console.log(isWhole ? 'one each, no number missing' : `WRONG: ${JSON.stringify(found)}`);
  return isWhole;
}

async function print(db: Database, count: number): Promise<void> {
  const { rows } = await listReceipts(db, {}, { after: null, limit: Math.min(count, PRINTED) });
  const begun = performance.now();
  let bytes = 0;
  for (const receipt of rows) {
    const printed = await printReceipt(receipt, 'ja', URL);
    if (printed?.ok) bytes += printed.value.length;
  }
  const [seconds, megabytes] = [(performance.now() - begun) / 1000, bytes / 2 ** 20];
  const all = count / rows.length;
  console.log(
    `${rows.length} sheets: ${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB; all of them ${Math.round(seconds * all)} s, ${Math.round(megabytes * all)} MB`,
  );
}

/** Donors by name and address, and for each month a gift with its two entries. */
async function fill(db: Database, count: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (let at = 0; at < count; at++)
      await insertDonor(tx, {
        ...{ name: `寄付 花子 ${at}`, address: `東京都墨田区吾妻橋${at}-1`, email: `d${at}@otonari.example` },
        ...{ receiptWish: 'yearly', now: NOW },
      });
  });
  for (let month = 1; month <= GIFTS_EACH; month++) await inTransaction(db, (tx) => fillMonth(tx, month));
}

async function fillMonth(tx: Tx, month: number): Promise<void> {
  await waitLonger(tx);
  await sql`create temporary table planned on commit drop as
    select gen_random_uuid() as id, gen_random_uuid() as gift_id, id as donor_id,
      make_date(2026, ${sql.lit(month)}, 15) as day, ${sql.lit(1000 * month)} as amount
    from giving.donors`.execute(tx);
  await sql`insert into giving.transactions (id, kind, occurred_on, recorded_at, source)
    select id, 'gift', day, ${NOW}, 'bench:' || id from planned`.execute(tx);
  await sql`insert into giving.entries (transaction_id, line, account_id, fund_id, amount_jpy)
    select id, 1, 'bank', 'general', amount from planned union all
    select id, 2, 'donations', 'general', -amount from planned`.execute(tx);
  await sql`insert into giving.gifts
    (id, donor_id, fund_id, amount_jpy, channel, given_on, received_on, recorded_at, transaction_id)
    select gift_id, donor_id, 'general', amount, 'bank', day, day, ${NOW}, id from planned`.execute(tx);
}
