import { beforeAll, expect, test } from 'vitest';
import { ask, signIn } from '../../../../test/support/caller.ts';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { receiveGift } from '../gifts/receive.ts';
import { returnGift } from '../gifts/return.ts';
import { book, moved } from '../ledger/book.ts';
import type { Channel, Fund } from '../types.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const by = { personId: product.ids.treasurer, now: product.clock() };
const read = async (path: string) =>
  (await (await ask(product, treasurer, path)).text()).split('<main')[1] ?? '';

async function give(day: string, amount: number, channel: Channel, fund: Fund): Promise<string> {
  const on = Temporal.PlainDate.from(day);
  const [campaign] = await db
    .selectFrom('giving.campaigns')
    .select('id')
    .where('slug', '=', 'winter')
    .execute();
  const gift = { source: `test:${crypto.randomUUID()}`, donorId: null, fund, amount, channel, by };
  const whole = { ...gift, givenOn: on, receivedOn: on, campaignId: campaign?.id ?? null };
  return (await inTransaction(db, (tx) => receiveGift(tx, whole))) ?? '';
}

beforeAll(() => inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: by.now })));

// The small world has two gifts of this month: 3,000 yen in cash and 3,000 yen by the bank, of no purpose.
test('says what came in this month and year, and apart what went back, by month, way and purpose', async () => {
  await give('2026-03-31', 1_000_000, 'cash', 'general');
  await give('2026-04-01', 40_000, 'cash', 'general');
  await give('2026-11-02', 5000, 'give_one', 'pairs');
  const back = await give('2026-11-03', 3000, 'bank', 'spot');
  await inTransaction(db, (tx) =>
    returnGift(tx, {
      giftId: back,
      source: 'test:back',
      kind: 'refund',
      amount: 1000,
      occurredOn: Temporal.PlainDate.from('2026-11-04'),
      by,
    }),
  );
  const page = await read('/en/books');
  expect(page).toMatch(/This month<\/dt><dd>¥14,000/);
  expect(page).toMatch(/Fiscal year 2026<\/dt><dd>¥54,000/);
  expect(page).toMatch(/Went back this fiscal year<\/dt><dd>¥1,000/);
  expect(page).toMatch(/Kept<\/dt><dd>¥53,000/);
  expect(page).toMatch(/April 2026<\/th>.*?¥40,000.*?May 2026<\/th>.*?¥0.*?November 2026<\/th>.*?¥14,000/s);
  expect(page).toMatch(/Cash or collecting box.*?¥43,000.*?Bank transfer.*?¥6,000.*?Give One.*?¥5,000/s);
  expect(page).toMatch(/Half-year pairs.*?¥5,000.*?Spot.*?¥3,000/s);
  expect(page).toMatch(/winter en.*?¥1,047,000 of ¥1,500,000/s);
});

test('says what is unexplained, until it is not', async () => {
  expect(await read('/en/books')).not.toContain('not explained');
  const entries = moved(8000, 'general', { from: 'unexplained', to: 'bank' });
  const occurredOn = Temporal.PlainDate.from('2026-11-05');
  await inTransaction(db, (tx) => book(tx, { kind: 'gift', occurredOn, source: 'test:who', entries, by }));
  const page = await read('/en/books');
  expect(page).toMatch(/¥8,000 came in and is not explained/);
});

test('what waits is said before all else, on a treasurer’s own page too', async () => {
  const page = await read('/en/books');
  expect(page.indexOf('What waits for you')).toBeLessThan(page.indexOf('href="/en/books/gifts/new"'));
  expect(page.indexOf('href="/en/books/gifts/new"')).toBeLessThan(page.indexOf('What came in'));
  const own = await read('/en/me');
  expect(own).toMatch(/\d things wait for you in the books/);
  expect(own).toContain('href="/en/books"');
});

test('leads to other fiscal years as far as they have begun', async () => {
  for (const path of ['/en/books/trial-balance', '/en/books/deeds']) {
    expect(await read(path)).not.toContain('year=2027');
    expect(await read(path)).toContain('year=2025');
    expect(await read(`${path}?year=2025`)).toContain('year=2026');
  }
});

test('the trial balance leaves out what has nothing, and its sums are equal', async () => {
  const page = await read('/en/books/trial-balance?year=2025');
  expect(page).toContain('Cash');
  expect(page).not.toContain('Grants');
  expect(page.match(/<strong>[^<]*<\/strong>/g)?.map((cell) => cell.replace(/<\/?strong>/g, ''))).toEqual([
    'Total',
    '¥0',
    '¥1,000,000',
    '¥1,000,000',
    '¥0',
  ]);
});

test('says how many monthly gifts have a card that fails', async () => {
  const page = await read('/en/books');
  expect(page).toContain('href="/en/books/promises?state=card_failed"');
  expect(page).toContain('Monthly gifts whose card fails: 1');
});

test('what came in and what went back is there at once, and the same as in the annual table', async () => {
  const told = async () => {
    const page = await read('/en/books');
    const said = ['Fiscal year 2026', 'Went back this fiscal year', 'Kept'];
    return said.map((label) => new RegExp(`${label}</dt><dd>([^<]*)`).exec(page)?.[1]);
  };
  const inTable = async () => {
    const [, total = ''] = (await read('/en/books/donations?fiscalYear=2026')).split('>Total<');
    return [...total.matchAll(/¥[\d,]+/g)].slice(0, 3).map(([yen]) => yen);
  };
  const before = await told();
  // Given in an earlier year, refunded in this one.
  const giftId = await give('2025-05-01', 700, 'cash', 'general');
  const occurredOn = Temporal.PlainDate.from('2026-11-06');
  const back = { giftId, source: 'test:of an earlier year', kind: 'refund', amount: 700 } as const;
  await inTransaction(db, (tx) => returnGift(tx, { ...back, occurredOn, by }));
  await give('2026-11-06', 500, 'cash', 'general');
  expect(await told()).not.toEqual(before);
  expect(await told()).toEqual(['¥54,500', '¥1,700', '¥52,800']);
  expect(await inTable()).toEqual(await told());
});
