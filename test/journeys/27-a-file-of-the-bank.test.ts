import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { bankFile } from '../support/giving-bank.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('27 A file of the bank with five kinds of trouble', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const line = { day: '081122', amount: 3000 };
  const { number } = await db
    .selectFrom('giving.pledges')
    .select('number')
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  const slip = String(number).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  const troubled = bankFile([
    { ...line, name: `${slip} ｱｵｷ ﾊﾙ` },
    { ...line, name: 'ｶﾜｲ ﾐｵ', amount: 5000, reference: '000002' },
    { ...line, name: 'ｶﾜｲ ﾐｵ', amount: 5000, reference: '000003' },
    { ...line, name: 'ﾄﾀﾞ ﾅｵ', amount: 7000 },
    { ...line, name: 'ﾄﾀﾞ ﾅｵ', amount: 7000, canceled: true },
    { ...line, name: 'ｷﾞﾌﾞﾜﾝ', amount: 9000 },
    { ...line, name: 'ﾏﾁｶﾞｲ', amount: 123_456 },
  ]);

  async function bring(walker: Walker, bytes: Uint8Array): Promise<void> {
    await walker.go('/books/bank');
    const file = { name: 'bank.txt', mimeType: 'text/plain', buffer: Buffer.from(bytes) };
    await walker.page.setInputFiles('[name="file"]', file);
    await walker.press('内容を確認');
  }

  test('One that is cut off is refused with the line, whole it is shown, and what is certain is settled', async () => {
    const treasurer = await browser.come({ as: 'treasurer', locale: 'ja', width: 1280 });
    await bring(treasurer, troubled.subarray(0, 900));
    expect(await treasurer.text()).toContain('5行目');
    await bring(treasurer, troubled);
    expect(await treasurer.text()).toMatch(/カワイ ミオ.*カワイ ミオ/s);
    await treasurer.press('取り込む');
    const text = await treasurer.text();
    // Two equal gifts stay two; what was canceled within the file is gone.
    expect(text.match(/カワイ ミオ/g)).toHaveLength(2);
    expect(text).not.toContain('トダ ナオ');
  });

  const focused = ({ page }: Walker) =>
    page.evaluate(() => document.activeElement?.closest('.work-row')?.textContent ?? '');

  /** Goes down the queue by a key until it comes to somebody's line. */
  async function comeTo(walker: Walker, who: string): Promise<void> {
    await walker.go('/books/bank/queue?state=unexplained');
    for (let pressed = 0; pressed < 15 && !(await focused(walker)).includes(who); pressed++)
      await walker.page.keyboard.press('j');
    expect(await focused(walker)).toContain(who);
  }

  /** Presses Enter on what a row does, and waits for the page it leads to. */
  async function enter({ page }: Walker): Promise<void> {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
  }

  test('The queue is gone through by keys: to the next, back, and what is suggested is booked', async () => {
    const treasurer = await browser.come({ as: 'treasurer', locale: 'ja', width: 1280 });
    await comeTo(treasurer, slip);
    expect(await focused(treasurer)).toContain('番号が1字違い');
    const { keyboard } = treasurer.page;
    // Lines of one day stand in no order that a test may count on: this one may be the last.
    await keyboard.press('k');
    if ((await focused(treasurer)).includes(slip)) {
      await keyboard.press('j');
      expect(await focused(treasurer)).not.toContain(slip);
      await keyboard.press('k');
    } else await keyboard.press('j');
    expect(await focused(treasurer)).toContain(slip);
    await enter(treasurer);
    expect(await treasurer.text()).not.toContain(slip);
    const pledge = await db
      .selectFrom('giving.pledges')
      .select('state')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(pledge.state).toBe('received');
  });

  test('A payout is split to the yen, and money sent by mistake is owed back', async () => {
    const treasurer = await browser.come({ as: 'treasurer', locale: 'ja', width: 1280 });
    await comeTo(treasurer, 'ギブワン');
    await enter(treasurer);
    await treasurer.unfold('寄付サイト');
    await treasurer.type('parts', '山田 花子,6000\nJohn Smith,3500');
    await treasurer.choose('channel', 'give_one');
    await treasurer.type('fee', '400');
    await treasurer.press('まとめて記帳');
    expect(await treasurer.text()).toMatch(/9,500.*400.*9,000.*100円合いません/s);
    await treasurer.type('fee', '500');
    await treasurer.press('まとめて記帳');
    expect(await treasurer.text()).not.toContain('ギブワン');
    await comeTo(treasurer, 'マチガイ');
    await enter(treasurer);
    await treasurer.unfold('寄付以外');
    await treasurer.choose('account', 'owed');
    await treasurer.pressAt('#income button');
    expect(await treasurer.text()).not.toContain('マチガイ');
  });

  test('The same file once more changes nothing; on a phone that is said, and what is left waits', async () => {
    const treasurer = await browser.come({ as: 'treasurer', locale: 'ja' });
    await bring(treasurer, troubled);
    expect(await treasurer.text()).toContain('新しい明細はありません');
    await treasurer.go('/books/bank/queue');
    expect((await treasurer.text()).match(/カワイ ミオ/g)).toHaveLength(2);
    // What a press would book is read in full.
    const cut = await treasurer.page
      .locator('.work-row:has(form) .work-more')
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
    expect(cut.length).toBeGreaterThan(0);
    expect(cut).not.toContain(true);
  });
});
