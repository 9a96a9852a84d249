import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Nothing is fetched or named that no rule of ours needs: a quarter of a look. */
const RUN_AXE = `axe.run({ resultTypes: ['violations'], preload: false, iframes: false, selectors: false, xpath: false, ancestry: false }).then((found) =>
  found.violations.flatMap((one) => one.nodes.map((node) => one.id + ' ' + node.html.slice(0, 160))))`;

const SIDEWAYS = `document.documentElement.scrollWidth > document.documentElement.clientWidth
  ? [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
      .slice(-3).map((one) => 'wider than the screen: ' + one.outerHTML.slice(0, 160))
  : []`;

/** Only what the colors decide: for a page that has been looked at in the other color scheme already. */
export const RUN_AXE_ON_COLORS = RUN_AXE.replace('axe.run({', "axe.run({ runOnly: ['color-contrast'],");

/** All but the colors, for other words on the same ground. */
export const RUN_AXE_BUT_COLORS = RUN_AXE.replace(
  'axe.run({',
  "axe.run({ rules: { 'color-contrast': { enabled: false } },",
);

/** What axe would change on a page as it stands, and what makes it scroll sideways. */
export async function findFaults(page: Page, rules = RUN_AXE): Promise<string[]> {
  // Through the debugging protocol: the page's own policy forbids further scripts.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return [...(await page.evaluate<string[]>(rules)), ...(await findSideways(page))];
}

/** What makes a page scroll sideways. */
export const findSideways = (page: Page): Promise<string[]> => page.evaluate<string[]>(SIDEWAYS);
