import type { Page } from 'playwright-core';
import { UNFOLD } from './every-page.ts';
import { findFaults, RUN_AXE_ON_COLORS } from './first-judge.ts';
import { findCovered } from './focus-stops.ts';
import { findFaultsOfLargeText } from './large-text.ts';
import { findMore } from './second-judge.ts';

const DENSITIES = ['roomy', 'compact'] as const;
const WIDTHS = [320, 768, 1280];
const HEIGHT = 800;
/** As many lines as a window twice as high shows without: what stays in sight only in a high window does not. */
const HEIGHT_OF_LARGE_TEXT = 450;

/** A way of looking: its name, and what is found by it. */
type Found = readonly [way: string, fault: string];

const told = (way: string, faults: readonly string[]): Found[] => faults.map((fault) => [way, fault]);

/**
 * Looks at an open page in every way, everything on it unfolded: axe and IBM's engine at three widths, light and dark, in
 * both densities; letters twice as large; the focus in sight all the way; the menus of its head, one after another.
 */
export async function lookAtEverything(tab: Page, open: () => Promise<void>): Promise<Found[]> {
  const found: Found[] = [];
  await opened(tab, open);
  for (const density of DENSITIES) {
    await tab.evaluate(`document.documentElement.dataset.density = '${density}'`);
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: HEIGHT });
      found.push(...(await lookAtColors(tab, `${density} ${width}`)));
    }
    found.push(...told(`${density} IBM`, await findMore(tab)));
  }
  await tab.setViewportSize({ width: WIDTHS[0] ?? 320, height: HEIGHT });
  found.push(...(await lookIntoMenus(tab)));
  await opened(tab, open);
  found.push(...told('by the Tab key', await findCovered(tab)));
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: HEIGHT_OF_LARGE_TEXT });
    found.push(...told(`${width} twice as large`, await findFaultsOfLargeText(tab)));
  }
  return found;
}

/** The page anew, at the smallest width, with everything unfolded. */
async function opened(tab: Page, open: () => Promise<void>): Promise<void> {
  await tab.setViewportSize({ width: WIDTHS[0] ?? 320, height: HEIGHT });
  await open();
  await tab.evaluate(UNFOLD);
}

async function lookAtColors(tab: Page, way: string): Promise<Found[]> {
  await tab.emulateMedia({ colorScheme: 'light' });
  const light = await findFaults(tab);
  await tab.emulateMedia({ colorScheme: 'dark' });
  const dark = await findFaults(tab, RUN_AXE_ON_COLORS);
  await tab.emulateMedia({ colorScheme: 'light' });
  return [...told(`${way} light`, light), ...told(`${way} dark`, dark)];
}

/** Opens the menus of the head one after another: they lie over the page, and over each other. */
export async function lookIntoMenus(tab: Page): Promise<Found[]> {
  const found: Found[] = [];
  const menus = await tab.locator('header details').count();
  if (menus === 0) return told('menus', ['there is none']);
  for (let menu = 0; menu < menus; menu++) {
    const only = `[...document.querySelectorAll('header details')].forEach((one, at) => { one.open = at === ${menu} })`;
    await tab.evaluate(only);
    found.push(...(await lookAtColors(tab, `menu ${menu + 1}`)));
  }
  return found;
}
