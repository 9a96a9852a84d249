import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/platform/languages/locales.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { listRequests, requestIn, volunteerOf } from '../support/samples.ts';

/** How many sheets of A4 the page in front of somebody takes, as its own style sheet prints it. */
async function countSheets({ page }: Walker): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1]);
}

/** What can be read on the paper. */
async function readOnPaper({ page }: Walker): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  return text;
}

describe.skipIf(!hasBrowser)('14 On paper', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test.each(LOCALES)(
    'help now is one sheet in %s, with every number and who hands it out',
    async (locale) => {
      const visitor = await browser.come({ locale });
      await visitor.go('/help-now');
      const numbers = await visitor.page.locator('.call-number').allTextContents();
      const text = await readOnPaper(visitor);
      for (const number of numbers) expect(text).toContain(number);
      expect(numbers.length).toBeGreaterThan(20);
      expect(text).toContain('03-6452-3760');
      expect(await countSheets(visitor)).toBe(1);
    },
  );

  /** The small world holds few: as many rows as a busy day, or a long list, has. */
  const fillUp = (rows: number) => `(() => {
    const body = [...document.querySelectorAll('.data-table tbody')].at(-1);
    const [row] = body.rows;
    while (body.rows.length < ${rows}) body.append(row.cloneNode(true));
  })()`;

  test.each(['ja', 'en'] as const)(
    'the visits of a busy day are one sheet in %s, a visit a line, with room for a pen',
    async (locale) => {
      const coordinator = await browser.come({ as: 'coordinator', locale });
      await coordinator.go('/desk/visits?day=2026-11-24');
      await coordinator.page.evaluate(fillUp(30));
      const text = await readOnPaper(coordinator);
      expect(text).toContain(locale === 'ja' ? 'メモ' : 'Notes');
      expect(text).not.toContain(locale === 'ja' ? 'この日を見る' : 'Show this day');
      expect(await countSheets(coordinator)).toBe(1);
    },
  );

  test.each(['ja', 'en'] as const)('who fits is one sheet in %s, with 36 to be called', async (locale) => {
    const coordinator = await browser.come({ as: 'coordinator', locale });
    for (const { id } of await listRequests(product.database.db)) {
      await coordinator.go(`/desk/requests/${id}/volunteers`);
      if ((await coordinator.page.locator('.row-tick').count()) > 0) break;
    }
    await coordinator.page.evaluate(fillUp(36));
    const text = await readOnPaper(coordinator);
    expect(text).not.toMatch(locale === 'ja' ? /絞り込む|理由/ : /Narrow|Why/);
    expect(text).toContain('03-6452-3760');
    expect(await countSheets(coordinator)).toBe(1);
  });

  test('a visit is one sheet with room for notes, and nothing to press', async () => {
    const id = await requestIn(product.database.db, 'confirmed');
    const name = await volunteerOf(product.database.db, product.ids, id);
    const volunteer = await browser.come({ as: name, locale: 'ja' });
    await volunteer.go(`/spot/visits/${id}`);
    const text = await readOnPaper(volunteer);
    expect(text).toContain('会った時刻');
    expect(text).toContain('2026年11月24日');
    expect(text).toContain('03-6452-3760');
    expect(text).not.toContain('押せます');
    expect(await countSheets(volunteer)).toBe(1);
  });
});
