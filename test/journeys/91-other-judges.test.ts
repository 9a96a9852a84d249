import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../bin/browser/launch.ts';
import { PAGES } from '../../bin/pictures/pages.ts';
import { hasBrowser } from '../support/browser.ts';
import { EveryPage, lookAtAll, UNFOLD, type View } from '../support/every-page.ts';
import { findCovered } from '../support/focus-stops.ts';
import { lookIntoMenus } from '../support/look-at-everything.ts';
import { serveProduct } from '../support/product.ts';
import { findMore } from '../support/second-judge.ts';

/** One of each kind: these judges take more than a second a page. axe looks at all (90), html-validate and Nu read all. */
const OF_EACH_KIND = new Set([
  'home',
  'help-now',
  'sign-in',
  'spot-requests-new',
  'spot-requests-id-confirmed',
  'spot-offers',
  'spot-visits-id-accepted',
  'me',
  'me-availability',
  'me-languages',
  'conversations-id',
  'volunteering-application',
  'desk',
  'desk-requests-submitted',
  'people-id',
  'trust-people-id',
  'settings-texts',
]);
/** The heads of a visitor, of somebody signed in and of staff. */
const WITH_MENUS = ['help-now', 'me', 'settings-texts'];
/** The density in which the page does not come. */
const TURN_DENSITY =
  "const { dataset } = document.documentElement; dataset.density = dataset.density === 'compact' ? 'roomy' : 'compact'";
const LOOKED_AT = PAGES.filter(({ name }) => OF_EACH_KIND.has(name));

describe.skipIf(!hasBrowser)('91 Every kind of page, unfolded, as other judges see it', async () => {
  const product = await serveProduct();
  const every = await EveryPage.of(product);
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function unfolded(view: View, width: number): Promise<Page> {
    const tab = await every.tabFor(browser, view.page);
    await tab.setViewportSize({ width, height: 780 });
    await tab.goto(every.pathOf(view));
    await tab.evaluate(UNFOLD);
    return tab;
  }

  test('IBM’s engine would change nothing, in either density', { timeout: 300_000 }, async () => {
    const faults = await lookAtAll(
      LOOKED_AT.map((page) => ({ page, locale: 'en' })),
      async (view) => {
        const tab = await unfolded(view, 1280);
        const said = await findMore(tab);
        await tab.setViewportSize({ width: 320, height: 780 });
        await tab.evaluate(TURN_DENSITY);
        said.push(...(await findMore(tab)));
        await tab.close();
        return said;
      },
    );
    expect(faults).toEqual([]);
  });

  test('the menus of the head are as axe would have them, opened one after another', async () => {
    const faults = await lookAtAll(
      LOOKED_AT.filter(({ name }) => WITH_MENUS.includes(name)).map((page) => ({ page, locale: 'ja-easy' })),
      async (view) => {
        const tab = await unfolded(view, 320);
        const found = await lookIntoMenus(tab);
        await tab.close();
        return found.map(([way, fault]) => `${way}: ${fault}`);
      },
    );
    expect(faults).toEqual([]);
  });

  test('nothing lies over what has the focus', { timeout: 300_000 }, async () => {
    const faults = await lookAtAll(
      LOOKED_AT.map((page) => ({ page, locale: 'ja' })),
      async (view) => {
        const tab = await unfolded(view, 360);
        const covered = await findCovered(tab);
        await tab.close();
        return covered;
      },
    );
    expect(faults).toEqual([]);
  });
});
