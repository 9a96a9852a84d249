import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/platform/languages/locales.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { UNFOLD } from '../support/every-page.ts';
import { findFaultsOfLargeText } from '../support/large-text.ts';
import { serveProduct } from '../support/product.ts';
import type { PersonName } from '../support/world.ts';

/** The pages that hold the most in one line, each with who opens it. */
const PAGES: readonly (readonly [path: string, as: PersonName | undefined])[] = [
  ['/', undefined],
  ['/spot/requests/new', undefined],
  ['/me', 'sita'],
  ['/me/leaving', 'sita'],
  ['/staff-acts', 'administrator'],
  ['/settings/watch', 'administrator'],
  ['/settings/hours', 'administrator'],
  ['/desk', 'coordinator'],
  ['/help-now', undefined],
  ['/people', 'coordinator'],
  ['/trust/applications', 'coordinator'],
  ['/inbox', 'sita'],
];
const LANGUAGES: readonly Locale[] = ['en', 'ja', 'ja-easy'];

describe.skipIf(!hasBrowser)('15 Letters twice as large on a small phone, four times on a desk', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  const SIZES = [
    { percent: 200, width: 360 },
    // WCAG 1.4.10: four times as large on a desk.
    { percent: 400, width: 1280 },
  ] as const;

  test.each(PAGES)('%s: nothing lies over another, is cut or is wider than the screen', async (path, as) => {
    const faults: string[] = [];
    for (const locale of LANGUAGES) {
      const { page } = await browser.come({ ...(as && { as }), locale });
      await page.goto(`/${locale}${path === '/' ? '' : path}`);
      await page.evaluate(UNFOLD);
      for (const { percent, width } of SIZES) {
        await page.setViewportSize({ width, height: 800 });
        const found = await findFaultsOfLargeText(page, percent);
        faults.push(...found.map((fault) => `${locale} at ${percent} %: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
});
