import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../bin/browser/launch.ts';
import { LOCALES } from '../../src/platform/languages/locales.ts';
import { hasBrowser } from '../support/browser.ts';
import { EveryPage, LOOKED_AT, lookAtAll, UNFOLD, type View } from '../support/every-page.ts';
import { findFaults, RUN_AXE_ON_COLORS } from '../support/first-judge.ts';
import { serveProduct } from '../support/product.ts';

const WIDTHS = [320, 1280];

describe.skipIf(!hasBrowser)(
  '90 Every page, in every language, narrow and wide, light and dark',
  async () => {
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
        for (const width of WIDTHS) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.emulateMedia({ colorScheme: 'light' });
          if (width === WIDTHS[0]) await open(tab, every.pathOf(view));
          faults.push(...(await told(tab, `${width} light`)));
          await tab.emulateMedia({ colorScheme: 'dark' });
          faults.push(...(await told(tab, `${width} dark`, RUN_AXE_ON_COLORS)));
        }
      } finally {
        await tab.close();
      }
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

    test.each(LOCALES)(
      '%s: nothing that axe would change, nothing to scroll sideways',
      { timeout: 600_000 },
      async (locale) => {
        const pages = LOOKED_AT.filter(
          ({ languages }) => languages === 'all' || locale === 'ja' || locale === 'en',
        );
        const views = pages.map((page) => ({ page, locale }));
        expect(await lookAtAll(views, lookAt)).toEqual([]);
        expect(product.problems.splice(0)).toEqual([]);
      },
    );
  },
);
