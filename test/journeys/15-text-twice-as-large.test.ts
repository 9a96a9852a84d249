import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/platform/languages/locales.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import type { PersonName } from '../support/world.ts';

/** All sizes are in rem: twice the root is what a reader gets who has doubled their letters. */
const lettersOf = (percent: number) => `document.documentElement.style.fontSize = '${percent}%'`;

/**
 * What stands in the way of reading at this size. Letters are measured, not only boxes, for they may stick out of theirs;
 * readings above kanji and lines that are left out on purpose are not.
 */
const FAULTS = `(() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .shell-person');
  const hides = (one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
  const lettersOf = (one) => {
    const rects = [one.getBoundingClientRect()];
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (!hides(one) && texts.nextNode()) {
      if (texts.currentNode.parentElement.closest('rt, rp, .visually-hidden')) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      rects.push(...range.getClientRects());
    }
    return rects.filter(({ width, height }) => width > 1 && height > 1);
  };
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const named = (one) => one.textContent.trim().slice(0, 40) || one.outerHTML.slice(0, 80);
  const overlaps = (selector) => {
    const all = [...document.querySelectorAll(selector)].filter(shown).map((one) => ({ one, rects: lettersOf(one) }));
    return all.flatMap((a, at) =>
      all.slice(at + 1)
        .filter((b) => !a.one.contains(b.one) && a.rects.some((left) => b.rects.some((right) => meet(left, right))))
        .map((b) => named(a.one) + ' lies over ' + named(b.one)));
  };
  const all = [...document.querySelectorAll('body *')].filter(shown);
  const cut = all.filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && hides(one));
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1) : [];
  return [
    ...overlaps('.shell-header :is(.shell-home, .shell-help, summary, .menu-item)'),
    ...overlaps('main :is(h1, h2, h3, p, .button, summary, select, textarea, input[type=text], input[type=date])'),
    ...cut.map((one) => named(one) + ' is cut'),
    ...wide.slice(-3).map((one) => 'wider than the screen: ' + one.outerHTML.slice(0, 160)),
  ];
})()`;

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
];
const LANGUAGES: readonly Locale[] = ['en', 'ja', 'ja-easy'];

describe.skipIf(!hasBrowser)('15 Letters twice as large on a small phone, four times on a desk', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  async function faultsOf(page: Page, percent: number): Promise<string[]> {
    await page.evaluate(lettersOf(percent));
    return page.evaluate<string[]>(FAULTS);
  }

  const SIZES = [
    { percent: 200, width: undefined },
    // WCAG 1.4.10: four times as large on a desk.
    { percent: 400, width: 1280 },
  ] as const;

  test.each(PAGES)('%s: nothing lies over another, is cut or is wider than the screen', async (path, as) => {
    const faults: string[] = [];
    for (const { percent, width } of SIZES)
      for (const locale of LANGUAGES) {
        const { page } = await browser.come({ ...(as && { as }), locale });
        if (width) await page.setViewportSize({ width, height: 800 });
        await page.goto(`/${locale}${path === '/' ? '' : path}`);
        const found = await faultsOf(page, percent);
        faults.push(...found.map((fault) => `${locale} at ${percent} %: ${fault}`));
      }
    expect(faults).toEqual([]);
  });
});
