// npm run screens: pictures of every page and form of the demonstration world, in four languages, at 360 and 1280 px,
// light and dark, into screens/ with an index.html.
//   --only PATH,PATH   pages whose route or name begins with one of these
//   --languages en,ja  only these languages
//   --before COMMIT    instead, twelve screens beside what they were in that commit; --themes light,dark takes both
//   --readme           instead, the few pictures of docs/screens/ that the README shows
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, LOCALES, type Locale } from '../src/platform/languages/locales.ts';
import { buildAssets } from './assets.ts';
import { launchBrowser } from './browser/launch.ts';
import { takeBeforeAndAfter } from './pictures/before-and-after.ts';
import { drawIndex } from './pictures/index-page.ts';
import { inStudio } from './pictures/open-studio.ts';
import { PAGES } from './pictures/pages.ts';
import { takeForReadme } from './pictures/readme.ts';
import { type Picture, type Studio, takePage } from './pictures/take.ts';

/** Enough for every picture on two cores; a machine that hangs is not waited for. */
const MOST_MINUTES = 40;

const root = join(import.meta.dirname, '..');
const folder = join(root, 'screens');
const { values: wanted } = parseArgs({
  options: {
    only: { type: 'string' },
    languages: { type: 'string' },
    before: { type: 'string' },
    themes: { type: 'string', default: 'light' },
    readme: { type: 'boolean', default: false },
  },
});
const until = Date.now() + MOST_MINUTES * 60_000;

await buildAssets();
const browser = await launchBrowser();
try {
  if (wanted.readme)
    await inStudio(browser, (studio) => takeForReadme(studio, join(root, 'docs', 'screens')));
  else if (wanted.before) await compareWith(wanted.before);
  else await inStudio(browser, takeAll);
} finally {
  await browser.close();
}

async function compareWith(from: string): Promise<void> {
  const languages = readLanguages(wanted.languages ?? 'en,ja');
  const themes = wanted.themes.split(',').map((theme) => (theme === 'dark' ? 'dark' : 'light'));
  const { pairs, failures } = await takeBeforeAndAfter(browser, { from, folder, languages, themes });
  console.log(`${pairs} pairs in screens/index.html`);
  tellFailures(failures);
}

async function takeAll(studio: Studio): Promise<void> {
  const languages = readLanguages(wanted.languages);
  mkdirSync(folder, { recursive: true });
  const only = (wanted.only ?? '').split(',');
  const pages = PAGES.filter(({ route, name }) =>
    only.some((one) => route.startsWith(one) || name.startsWith(one)),
  );
  const jobs = pages.flatMap((page) =>
    languages
      .filter((locale) => page.languages === 'all' || locale === 'ja' || locale === 'en')
      .map((locale) => ({ page, locale })),
  );
  const pictures: Picture[] = [];
  const failures: string[] = [];
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job && Date.now() < until; job = jobs.shift()) {
      try {
        pictures.push(...(await takePage(studio, { ...job, folder })));
      } catch (problem) {
        failures.push(`${job.page.name} in ${job.locale}: ${String(problem).split('\n', 1)[0]}`);
      }
      process.stdout.write(`\r${pictures.length} pictures, ${jobs.length} views to go   `);
    }
  };
  await Promise.all([work(), work()]);
  const order = new Map(pages.map(({ name }, index) => [name, index]));
  const sorted = pictures.toSorted((a, b) => (order.get(a.page.name) ?? 0) - (order.get(b.page.name) ?? 0));
  writeFileSync(join(folder, 'index.html'), drawIndex(sorted));
  const left = jobs.length > 0 ? `, ${jobs.length} views left out after ${MOST_MINUTES} minutes` : '';
  console.log(`\n${pictures.length} pictures in screens/index.html${left}`);
  tellFailures(failures);
  if (jobs.length > 0) process.exitCode = 1;
}

function tellFailures(failures: readonly string[]): void {
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}

function readLanguages(typed: string | undefined): readonly Locale[] {
  if (!typed) return LOCALES;
  return typed.split(',').map((name) => {
    if (!isLocale(name)) throw new Error(`${name} is none of ${LOCALES.join(', ')}.`);
    return name;
  });
}
