import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../bin/launch.ts';
import { PAGES, type PageToTake } from '../../bin/pictures/pages.ts';
import { findWorld } from '../../bin/pictures/world.ts';
import { LOCALES, type Locale } from '../../src/platform/languages/locales.ts';
import { findFaults, hasBrowser, RUN_AXE_ON_COLORS, signInAs } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

/** One page in one language; in both widths and both color schemes. */
interface View {
  readonly page: PageToTake;
  readonly locale: Locale;
}

const WIDTHS = [320, 1280];
/** The style guide has a test of its own (test/style-guide.test.ts). */
const LOOKED_AT = PAGES.filter(({ route }) => route !== '/styleguide');

describe.skipIf(!hasBrowser)(
  '90 Every page, in every language, narrow and wide, light and dark',
  async () => {
    const product = await serveProduct();
    await product.database.db
      .insertInto('platform.development_mail')
      .values({ recipient: 'a@b.example', subject: 'Mail', body: 'Words.', sent_at: product.clock() })
      .execute();
    const world = await findWorld(product.database.db);
    const contexts = new Map<string, Promise<BrowserContext>>();
    let browser: Browser;

    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    /** Everybody has one context for all their pages. */
    function contextOf(who: string | null): Promise<BrowserContext> {
      const known = contexts.get(who ?? '');
      if (known) return known;
      const opening = browser.newContext({ baseURL: product.address }).then(async (context) => {
        if (who) await signInAs(context, product, who);
        return context;
      });
      contexts.set(who ?? '', opening);
      return opening;
    }

    async function lookAt({ page, locale }: View): Promise<string[]> {
      const tab = await (await contextOf(page.who(world))).newPage();
      const path = page.path(world);
      const faults: string[] = [];
      try {
        for (const width of WIDTHS) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.emulateMedia({ colorScheme: 'light' });
          if (width === WIDTHS[0]) await tab.goto(`/${locale}${path === '/' ? '' : path}`);
          faults.push(...(await told(tab, `${width} light`)));
          await tab.emulateMedia({ colorScheme: 'dark' });
          faults.push(...(await told(tab, `${width} dark`, RUN_AXE_ON_COLORS)));
        }
      } finally {
        await tab.close();
      }
      return faults.map((fault) => `${page.name} ${locale} ${fault}`);
    }

    async function told(tab: Page, view: string, rules?: string): Promise<string[]> {
      return (await findFaults(tab, rules)).map((fault) => `${view}: ${fault}`);
    }

    /** Two at a time: the browser and the program share two cores. */
    async function lookAtAll(views: readonly View[]): Promise<string[]> {
      const left = [...views];
      const faults: string[] = [];
      const work = async (): Promise<void> => {
        for (let view = left.shift(); view; view = left.shift()) faults.push(...(await lookAt(view)));
      };
      await Promise.all([work(), work()]);
      return faults;
    }

    test.each(LOCALES)(
      '%s: nothing that axe would change, nothing to scroll sideways',
      { timeout: 600_000 },
      async (locale) => {
        const pages = LOOKED_AT.filter(
          ({ languages }) => languages === 'all' || locale === 'ja' || locale === 'en',
        );
        expect(await lookAtAll(pages.map((page) => ({ page, locale })))).toEqual([]);
        expect(product.problems.splice(0)).toEqual([]);
      },
    );
  },
);
