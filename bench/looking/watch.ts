import type { BrowserContext, Page } from 'playwright-core';
import { PAGES } from '../../bin/pictures/pages.ts';
import { openPage, type Studio } from '../../bin/pictures/take.ts';

/** What a page weighs as sent, in bytes, and how it comes. */
export interface Seen {
  readonly page: string;
  readonly document: number;
  readonly styles: number;
  readonly scripts: number;
  readonly drawings: number;
  readonly bytes: number;
  /** What has moved while it came: the cumulative layout shift. */
  readonly shift: number;
  /** When the largest thing was drawn, in milliseconds. */
  readonly largestMs: number;
}

/** Runs in the page, which is watched for a second more: what still moves then counts as well. */
const WATCH = `new Promise((tell) => {
  let [shift, largestMs] = [0, 0];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) largestMs = one.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => {
    const [page] = performance.getEntriesByType('navigation');
    const loaded = performance.getEntriesByType('resource');
    const sum = (kind) => loaded.filter(({ name }) => kind.test(new URL(name).pathname))
      .reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    const parts = {
      document: page.encodedBodySize,
      styles: sum(/[.]css$/),
      scripts: sum(/[.]js$/),
      drawings: sum(/[.](svg|png|webp|ico)$/),
    };
    const bytes = parts.document + loaded.reduce((all, { encodedBodySize }) => all + encodedBodySize, 0);
    tell({ ...parts, bytes, shift: Math.round(shift * 1000) / 1000, largestMs: Math.round(largestMs) });
  }, 1000);
})`;

/** Opens a page for the first time, with nothing kept from before, at 360 px. @param name of the pictures' page */
export async function weighAndWatch(studio: Studio, name: string): Promise<Seen> {
  return asFirstTime(studio, { page: name, width: 360, height: 740 }, async (tab) => {
    return { page: name, ...(await tab.evaluate<Omit<Seen, 'page'>>(WATCH)) };
  });
}

/** A page in a window of this size, as who it is for, with scripts and nothing kept from before. */
export async function asFirstTime<Found>(
  studio: Studio,
  { page: name, width, height }: { readonly page: string; readonly width: number; readonly height: number },
  look: (tab: Page) => Promise<Found>,
): Promise<Found> {
  const page = PAGES.find((one) => one.name === name);
  if (!page) throw new Error(`There is no page ${name}.`);
  const context: BrowserContext = await studio.browser.newContext({
    viewport: { width, height },
    serviceWorkers: 'block',
  });
  try {
    const { tab, status } = await openPage(studio, context, { page, locale: 'ja' });
    if (status >= 400) throw new Error(`${name} answered ${status}.`);
    return await look(tab);
  } finally {
    await context.close();
  }
}
