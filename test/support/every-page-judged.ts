import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../bin/browser/launch.ts';
import { LOCALES, type Locale } from '../../src/platform/languages/locales.ts';
import type { PageToTake } from '../../src/platform/parts/sampling.ts';
import { hasBrowser } from './browser.ts';
import { EveryPage, LOOKED_AT, lookAtAll, UNFOLD, type View } from './every-page.ts';
import { findFaults, findSideways, RUN_AXE_BUT_COLORS, RUN_AXE_ON_COLORS } from './first-judge.ts';
import { serveProduct } from './product.ts';

const [NARROW, WIDE] = [320, 1280];
const STAFF_READ: readonly Locale[] = ['ja', 'en'];
const readIn = (page: PageToTake) => (page.languages === 'all' ? LOCALES : STAFF_READ);

const isWhollyJudged = ({ page, locale }: View) =>
  readIn(page).indexOf(locale) === LOOKED_AT.indexOf(page) % readIn(page).length;

/**
 * Every page in every language must fit both widths. axe reads each page in one of its languages, by turns, narrow and wide, its colors
 * in the dark at one of the two, by turns as well, and all but colors in Easy Japanese, whose readings are elements of their own: what
 * else differs is words. `npm run drill -- judges` does
 * all of it. Two files take two languages each, to be looked at beside each other.
 */
export function lookAtEveryPage(locales: readonly Locale[]): void {
  describe.skipIf(!hasBrowser)('90 Every page, narrow and wide, light and dark', async () => {
    const product = await serveProduct();
    const every = await EveryPage.of(product);
    let browser: Browser;

    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    async function lookAt(view: View): Promise<string[]> {
      const tab = await every.tabFor(browser, view.page);
      const faults: string[] = [];
      try {
        await tab.setViewportSize({ width: NARROW, height: 800 });
        await tab.emulateMedia({ colorScheme: 'light' });
        await open(tab, every.pathOf(view));
        const wholly = isWhollyJudged(view);
        const rules = wholly ? undefined : RUN_AXE_BUT_COLORS;
        const isRead = wholly || view.locale === 'ja-easy';
        faults.push(...(await (isRead ? told(tab, `${NARROW} light`, rules) : findSideways(tab))));
        const dark = LOOKED_AT.indexOf(view.page) % 2 === 0 ? NARROW : WIDE;
        if (wholly && dark === NARROW) faults.push(...(await inTheDark(tab, NARROW)));
        await tab.setViewportSize({ width: WIDE, height: 800 });
        faults.push(...(await (wholly ? told(tab, `${WIDE} light`) : findSideways(tab))));
        if (wholly && dark === WIDE) faults.push(...(await inTheDark(tab, WIDE)));
      } finally {
        await tab.close();
      }
      return faults;
    }

    async function inTheDark(tab: Page, width: number): Promise<string[]> {
      await tab.emulateMedia({ colorScheme: 'dark' });
      const faults = await told(tab, `${width} dark`, RUN_AXE_ON_COLORS);
      await tab.emulateMedia({ colorScheme: 'light' });
      return faults;
    }

    /** What is folded away is read as well; not the menus of the header, which would lie over the page. */
    async function open(tab: Page, path: string): Promise<void> {
      await tab.goto(path);
      await tab.evaluate(UNFOLD);
    }

    async function told(tab: Page, view: string, rules?: string): Promise<string[]> {
      return (await findFaults(tab, rules)).map((fault) => `${view}: ${fault}`);
    }

    test.each(locales)(
      '%s: nothing that axe would change, nothing to scroll sideways',
      { timeout: 600_000 },
      async (locale) => {
        const pages = LOOKED_AT.filter((page) => readIn(page).includes(locale));
        const views = pages.map((page) => ({ page, locale }));
        expect(await lookAtAll(views, lookAt)).toEqual([]);
        expect(product.problems.splice(0)).toEqual([]);
      },
    );
  });
}
