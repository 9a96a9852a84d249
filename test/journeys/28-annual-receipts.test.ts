import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { NewDonor } from '../../src/modules/giving/donors/store.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { readPdf } from '../support/read-pdf.ts';
import { donorWith } from '../support/receipts.ts';

/** More than two batches of a run, so that it can be watched. */
const OTHERS = 100;

describe.skipIf(!hasBrowser)('28 The receipts of a year', async () => {
  const product = await serveProduct();
  const { db, pool } = product.database;
  const { ids, clock } = product;
  const browser = await openBrowser(product);
  const now = clock();
  const gives = (who: Partial<NewDonor>, gifts: Readonly<Record<string, number>>) =>
    donorWith(db, { name: 'Noa', receiptWish: 'yearly', now, ...who }, gifts);

  await gives(
    { personId: ids.sita, name: 'Sita Rai', locale: 'en' },
    { '2026-02-03': 3000, '2026-08-09': 4321 },
  );
  await gives(
    { name: '髙﨑 𠮷子', address: '東京都墨田区東駒形2-2-2', receiptByPost: true },
    { '2026-05-05': 10_000 },
  );
  await gives(
    { name: '株式会社つばめ印刷', kind: 'organization', receiptByPost: true },
    { '2026-12-31': 200_000 },
  );
  await gives({ name: '김민준', email: 'kim@otonari.example', locale: 'ja' }, { '2026-06-01': 5000 });
  for (let at = 0; at < OTHERS; at++)
    await gives({ name: `寄付 ${at}`, email: `giver-${at}@otonari.example` }, { '2026-03-01': 1000 + at });
  clock.set(Temporal.Instant.from('2027-01-12T09:00:00+09:00'));

  const says = (walker: Walker, words: string | RegExp) =>
    expect
      .poll(
        async () => {
          await product.hurry();
          await walker.page.reload();
          return walker.text();
        },
        { timeout: 30_000 },
      )
      .toMatch(words);
  const fileAt = async ({ page }: Walker, selector: string): Promise<Buffer> => {
    const href = (await page.locator(selector).first().getAttribute('href')) ?? '';
    const answer = await page.context().request.get(new URL(href, product.address).href);
    expect(answer.status()).toBe(200);
    return answer.body();
  };
  /** Sita’s receipt for the year. */
  const hers = () =>
    db
      .selectFrom('giving.receipts as r')
      .innerJoin('giving.donors as d', 'd.id', 'r.donor_id')
      .select(['r.id', 'r.code', 'r.number', 'r.state'])
      .where('d.person_id', '=', ids.sita)
      .executeTakeFirstOrThrow();
  const checked = async (code: string, amount: string) => {
    const holder = await browser.come({ locale: 'ja' });
    await holder.go('/giving/receipts/check');
    await holder.type('code', code);
    await holder.type('amount', amount);
    await holder.press('確かめる');
    return holder.text();
  };

  test('The treasurer begins the run and watches it: what stands in its way is named, nobody has two', async () => {
    const treasurer = await browser.come({ as: 'treasurer', width: 1280 });
    // Whoever comes 60th waits, as behind somebody who gives money back: the run stands still after its first batch.
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query(`select from giving.gifts where donor_id = (select id from giving.donors
      where receipt_wish = 'yearly' order by id offset 59 limit 1) for update`);
    await treasurer.go('/books/receipts');
    await treasurer.press('Receipts of a year');
    await treasurer.type('year', '2027');
    await treasurer.press('Issue the receipts of this year');
    expect(await treasurer.text()).toContain('This year is not over yet.');
    await treasurer.type('year', '2026');
    await treasurer.press('Issue the receipts of this year');
    await says(treasurer, /50 of 10\d donors/);
    await treasurer.look();
    await holder.query('rollback');
    holder.release();
    await says(treasurer, /Done/);
    await treasurer.look();
    expect(await treasurer.text()).toMatch(/Receipts 103 Left over 1 State Done .*Left over are donors/);

    await treasurer.press('Issue the receipts of this year');
    await says(treasurer, /Done .* Done/);
    const { rows } = await sql<{ receipts: number; donors: number; last: number }>`
      select count(*)::int as receipts, count(distinct donor_id)::int as donors, max(number)::int as last
      from giving.receipts where calendar_year = 2026`.execute(db);
    // Two of the small world came before: one for a single gift that is void, and the one in its place.
    expect(rows).toEqual([{ receipts: 103, donors: 103, last: 105 }]);
    const asked = await db
      .selectFrom('platform.development_mail')
      .select('body')
      .where('recipient', '=', 'kim@otonari.example')
      .where('body', 'like', '%/ja/giving/mine/receipts%')
      .execute();
    expect(asked).toHaveLength(1);
  });

  test('Those on paper come as one ZIP, and are marked once they are in the post', async () => {
    const treasurer = await browser.come({ as: 'treasurer', width: 1280 });
    await treasurer.go('/books/receipts');
    await treasurer.press('To be posted');
    expect(await treasurer.text()).toMatch(/(\d) receipts wait/);
    const zip = (await fileAt(treasurer, 'a[href*="post.zip"]')).toString('latin1');
    const names = new Set([...zip.matchAll(/2026-\d{6}\.pdf/g)].map(([name]) => name));
    const waiting = Number(/(\d+) receipts wait/.exec(await treasurer.text())?.[1]);
    expect(names.size).toBe(waiting);
    expect(waiting).toBeGreaterThanOrEqual(2);
    await treasurer.unfold('They are in the post');
    await treasurer.press('They are in the post', '.confirm-inside');
    expect(treasurer.where()).toBe('/books/receipts');
    await treasurer.press('To be posted');
    expect(await treasurer.text()).toContain('Nothing to post');
  });

  test('A name that paper cannot print has another one, and its receipt', async () => {
    const treasurer = await browser.come({ as: 'treasurer', width: 1280 });
    await treasurer.go('/books/receipts/waiting?wish=yearly');
    await treasurer.press('김민준');
    await treasurer.press('Issue the receipt');
    expect(await treasurer.text()).toContain('김');
    expect(treasurer.where()).toContain('/books/receipts/waiting/');
    await treasurer.type('name', 'キム・ミンジュン');
    await treasurer.press('Issue the receipt');
    expect(treasurer.where()).toMatch(/^\/books\/receipts\/[0-9a-f-]{36}$/);
    const paper = readPdf(await fileAt(treasurer, 'a[href$="receipt.pdf"]'));
    expect(paper.text).toContain('キム・ミンジュン');
  });

  test('Sita takes hers along on a phone, issues it again, and anybody can check it until it is void', async () => {
    const sita = await browser.come({ as: 'sita' });
    await sita.go('/giving/mine/receipts');
    expect(await sita.text()).toContain('¥7,321');
    expect(await sita.text()).toContain('Gifts of 2026, from January to December');
    const first = readPdf(await fileAt(sita, 'a[href*="language=en"]'));
    expect(first.text).toMatch(/Sita Rai[\s\S]*7,321[\s\S]*January 1 to December 31, 2026/);
    expect(first.text).not.toContain('再発行');
    await sita.unfold('Issue it again');
    await sita.press('Issue it again', '.confirm-inside');
    const again = readPdf(await fileAt(sita, 'a[href$="receipt.pdf"]'));
    expect(again.text).toContain('再発行');

    const receipt = await hers();
    expect(again.text).toContain(receipt.code);
    expect(await checked(receipt.code.toLowerCase(), '７，３２１円')).toContain(
      '当団体が発行した、有効な受領証明書です',
    );
    expect(await checked(receipt.code, '7,322')).toContain('該当する受領証明書はありません');
    const treasurer = await browser.come({ as: 'treasurer', width: 1280 });
    await treasurer.go(`/books/receipts/${receipt.id}`);
    await treasurer.press('Make it void');
    expect(await treasurer.text()).toContain('Say why');
    await treasurer.type('reason', 'Wrong address.');
    await treasurer.press('Make it void');
    expect(await treasurer.text()).toContain('Wrong address.');
    expect(await checked(receipt.code, '7321')).toContain('この受領証明書は無効です');
    await sita.go('/giving/mine/receipts');
    expect(await sita.text()).toContain('Void');
    expect(await sita.page.locator('a[href*="receipt.pdf"]').count()).toBe(0);
  });
});
