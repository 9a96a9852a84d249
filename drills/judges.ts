import { parseArgs } from 'node:util';
import type { BrowserContext } from 'playwright-core';
import { buildAssets } from '../bin/assets.ts';
import { launchBrowser } from '../bin/browser/launch.ts';
import { inStudio } from '../bin/pictures/open-studio.ts';
import { PAGES } from '../bin/pictures/pages.ts';
import { openPage, type Studio } from '../bin/pictures/take.ts';
import { LOCALES } from '../src/platform/languages/locales.ts';
import { lookAtAll, type View } from '../test/support/every-page.ts';
import { lookAtEverything } from '../test/support/look-at-everything.ts';
import { askNu, whyNoNu } from '../test/support/nu-checker.ts';

/**
 * Shows every page of the demonstration world, everything on it unfolded, to every judge: axe, IBM's engine and the Nu
 * checker, in two densities, light and dark, from 320 to 1280 px, with the menus of the head open, walked by Tab, and with
 * letters twice as large. `npm test` does the same with a sample of pages and ways; this takes half an hour.
 *
 * `--only home,desk` takes the pages whose names begin so, `--languages en,ja` only these.
 * @returns whether there was something to look at, and nobody would change anything
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = { only: { type: 'string', default: '' }, languages: { type: 'string' } } as const;
  const { only, languages = LOCALES.join(',') } = parseArgs({ args: [...args], options }).values;
  const locales = LOCALES.filter((locale) => languages.split(',').includes(locale));
  const wanted = only.split(',');
  const pages = PAGES.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
  const views = pages.flatMap((page) =>
    locales
      .filter((locale) => page.languages === 'all' || locale === 'ja' || locale === 'en')
      .map((locale) => ({ page, locale })),
  );
  await buildAssets();
  const browser = await launchBrowser();
  const faults: string[] = [];
  try {
    await inStudio(browser, async (studio) => {
      faults.push(...(await judge(studio, views)));
    });
  } finally {
    await browser.close();
  }
  const ok = views.length > 0 && faults.length === 0;
  console.log(JSON.stringify({ drill: 'judges', ok, views: views.length, faults: faults.length }));
  return ok;
}

async function judge(studio: Studio, views: readonly View[]): Promise<string[]> {
  const documents = new Map<string, string>();
  const faults = await lookAtAll(views, async (view) => {
    const context = await studio.browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
    try {
      const found = await lookAt(studio, context, { view, documents });
      for (const fault of found) console.log(`  ✗ ${view.page.name} ${view.locale} ${fault}`);
      return found;
    } finally {
      await context.close();
    }
  });
  const reason = whyNoNu();
  if (reason) console.log(reason);
  const ofNu = reason ? [] : askNu(documents);
  for (const fault of ofNu) console.log(`  ✗ Nu ${fault}`);
  return [...faults, ...ofNu];
}

async function lookAt(
  studio: Studio,
  context: BrowserContext,
  { view, documents }: { view: View; documents: Map<string, string> },
): Promise<string[]> {
  const { tab } = await openPage(studio, context, view);
  const reload = async () => {
    const answer = await tab.reload();
    documents.set(`${view.page.name}.${view.locale}`, (await answer?.text()) ?? '');
  };
  const found = await lookAtEverything(tab, reload);
  return found.map(([way, fault]) => `${way}: ${fault}`);
}
