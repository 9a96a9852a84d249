import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn } from '../support/samples.ts';
import { Story } from '../support/spot.ts';

/** Rows of which the whole box is in sight, each with its act. */
const IN_SIGHT = `[...document.querySelectorAll('.work-row')].filter((row) => {
  const isInside = ({ top, bottom, left, right, height }) =>
    height > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  return [row, row.querySelector('.work-act :is(a, button)')].every((one) => isInside(one.getBoundingClientRect()));
}).length`;
const ITEMS = 14;
/** What of a row is wider than its column: it would lie over the next one. */
const TOO_WIDE = `[...document.querySelectorAll('.work-when, .work-aside, .work-whose')]
  .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth)
  .map((one) => one.textContent)`;
/** Of one row, as the style guide has it. */
const HEADER_PX = 56;

describe.skipIf(!hasBrowser)('16 The desk at a glance', async () => {
  const product = await serveProduct();
  const { ids, database, clock } = product;
  const story = new Story({
    ...{ db: database.db, residentId: ids.sita, coordinatorId: ids.coordinator, volunteerIds: [ids.haru] },
  });
  story.now = clock();
  for (let item = 0; item < ITEMS; item++) await story.submitted();
  const browser = await openBrowser(product);

  /** Which row has the focus: its place among all, from 0; -1 for none. */
  const focused = (page: Page) =>
    page.evaluate<number>(
      `[...document.querySelectorAll('.work-row')].findIndex((row) => row.contains(document.activeElement))`,
    );

  test.each([
    ['a desk', { width: 1280, height: 800 }, 11],
    ['a phone', { width: 360, height: 740 }, 8],
  ] as const)('A morning’s work fits on the screen of %s', async (_where, size, least) => {
    for (const locale of ['ja', 'en'] as const) {
      const coordinator = await browser.come({ as: 'coordinator', locale, width: size.width });
      await coordinator.page.setViewportSize(size);
      await coordinator.go('/desk');
      expect(await coordinator.page.evaluate<number>(IN_SIGHT)).toBeGreaterThanOrEqual(least);
      expect(await coordinator.page.evaluate<string[]>(TOO_WIDE)).toEqual([]);
      expect(await coordinator.page.evaluate('document.querySelector(".shell-header").offsetHeight')).toBe(
        HEADER_PX,
      );
    }
  });

  test('Keys go through the rows, open one, search, and tell what they do', async () => {
    const coordinator = await browser.come({ as: 'coordinator', width: 1280 });
    const { page } = coordinator;
    const press = (key: string) => page.keyboard.press(key);
    await coordinator.go('/desk');
    await press('j');
    await press('j');
    expect(await focused(page)).toBe(1);
    await press('ArrowDown');
    await press('k');
    await press('k');
    expect(await focused(page)).toBe(0);
    await press('k');
    expect(await focused(page)).toBe(0);
    const href = await page.evaluate<string>('document.activeElement.pathname');
    await press('?');
    expect(await page.isVisible('#keys')).toBe(true);
    await press('Escape');
    expect(await page.isVisible('#keys')).toBe(false);
    expect(await focused(page)).toBe(0);
    await press('Enter');
    await page.waitForURL(`**${href}`);
    await coordinator.go('/desk');
    await press('/');
    await page.keyboard.type('Sita');
    await press('Enter');
    await page.waitForURL('**/desk/requests?q=Sita');
    await coordinator.go('/desk/requests');
    await press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    // Whoever types writes.
    await page.keyboard.type('j/k?');
    expect(await page.inputValue('[type="search"]')).toBe('j/k?');
    expect(await page.isVisible('#keys')).toBe(false);
  });

  test('In a table of people to choose from, keys pass over what is folded away', async () => {
    const id = await requestIn(database.db, 'submitted');
    const coordinator = await browser.come({ as: 'coordinator', width: 1280 });
    const { page } = coordinator;
    await coordinator.go(`/desk/requests/${id}/volunteers`);
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.closest("tbody tr")?.sectionRowIndex')).toBe(0);
  });

  test('Letters can be switched off, and then do nothing on any page', async () => {
    const coordinator = await browser.come({ as: 'coordinator', width: 1280 });
    const { page } = coordinator;
    await coordinator.go('/desk');
    await page.click('[popovertarget="keys"]:not([popovertargetaction])');
    await page.uncheck('#keys [type="checkbox"]');
    await page.click('[popovertargetaction="hide"]');
    await coordinator.go('/desk');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect([await focused(page), await page.isVisible('#keys')]).toEqual([-1, false]);
  });

  test('A resident’s pages have neither the keys nor their script', async () => {
    const resident = await browser.come({ as: 'sita' });
    await resident.go('/me');
    expect(await resident.page.$$('#keys, script[src*="/keys-"]')).toEqual([]);
  });
});
