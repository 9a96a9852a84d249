import { beforeAll, describe, expect, test } from 'vitest';
import { readAbove } from '../../src/japanese/writing/index.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('34 Readings above Japanese', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);
  beforeAll(() => readAbove(['駅']));

  test('A visitor without scripts switches them on where they read, and they stay on the next page', async () => {
    const visitor = await browser.come({ locale: 'ja', scripts: 'off' });
    const { page } = visitor;
    const readings = () => page.locator('main rt').count();
    await visitor.go('/help-now');
    expect(await readings()).toBe(0);
    await page.locator('.shell-header summary:has([href="#icon-globe"])').click();
    await visitor.pressAt('button[name="furigana"][value="shown"]');
    expect(page.url()).toMatch(/\/ja\/help-now$/);
    expect(await readings()).toBeGreaterThan(50);
    await visitor.go('/');
    expect(await readings()).toBeGreaterThan(20);
    await page.locator('.shell-header summary:has([href="#icon-globe"])').click();
    await visitor.pressAt('button[name="furigana"][value="hidden"]');
    expect(await readings()).toBe(0);
  });

  test('A resident reads their own pages with them', async () => {
    const maya = await browser.come({ as: 'maya', locale: 'ja' });
    await maya.go('/me');
    await maya.page.locator('.shell-header summary:has([href="#icon-globe"])').click();
    await maya.pressAt('button[name="furigana"][value="shown"]');
    for (const path of ['/me', '/year-end', '/spot'] as const) {
      await maya.go(path);
      expect(await maya.page.locator('main rt').count()).toBeGreaterThan(5);
    }
    await maya.go('/me/profile');
    await maya.type('name', 'Maya half typed');
    await maya.page.locator('.shell-header summary:has([href="#icon-globe"])').click();
    await maya.pressAt('button[name="furigana"][value="hidden"]');
    expect(await maya.page.inputValue('[name="name"]')).toBe('Maya half typed');
  });
});
