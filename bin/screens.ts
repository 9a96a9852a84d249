// npm run screens: pictures of every page and form of the demonstration world, in four languages, at 360 and 1280 px,
// light and dark, into screens/ with an index.html.
//   --only PATH        pages whose route or name begins with this
//   --languages en,ja  only these languages
//   --readme           instead, the few pictures of docs/screens/ that the README shows
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from '../src/main.ts';
import { createPerson, registerPerson } from '../src/modules/people/index.ts';
import { readConfiguration } from '../src/platform/configuration.ts';
import { connect } from '../src/platform/database/connect.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { isLocale, LOCALES, type Locale } from '../src/platform/languages/locales.ts';
import { makeSeal } from '../src/platform/sealed/seal.ts';
import { readSecret } from '../src/platform/sealed/secret.ts';
import { buildAssets } from './assets.ts';
import { launchBrowser } from './browser/launch.ts';
import { drawIndex } from './pictures/index-page.ts';
import { PAGES } from './pictures/pages.ts';
import { takeForReadme } from './pictures/readme.ts';
import { type Picture, type Studio, takePage } from './pictures/take.ts';
import { findWorld } from './pictures/world.ts';

/** Enough for every picture on two cores; a machine that hangs is not waited for. */
const MOST_MINUTES = 40;

const root = join(import.meta.dirname, '..');
const { values: wanted } = parseArgs({
  options: {
    only: { type: 'string' },
    languages: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
});
const languages = readLanguages(wanted.languages);
const until = Date.now() + MOST_MINUTES * 60_000;

await buildAssets();
const directory = mkdtempSync(join(tmpdir(), 'otonari-screens-'));
// PostgreSQL runs as a user of its own when we are root, and has to get in.
chmodSync(directory, 0o755);
const environment = {
  ...process.env,
  PORT: '0',
  DEMONSTRATION: 'true',
  DATA_DIRECTORY: directory,
  LOG_LEVEL: 'silent',
};
const running = await start(environment);
const seal = makeSeal(readSecret(readConfiguration(environment)));
const connection = connect(running.databaseUrls.app, { seal });
const browser = await launchBrowser();
// Two whom the demonstration lacks: somebody who has just come, and somebody who has said their name and nothing else.
await inTransaction(connection.db, async (tx) => {
  const now = Temporal.Now.instant();
  await registerPerson(tx, { email: 'stranger@otonari.example', locale: 'en', now });
  await createPerson(tx, { name: 'Noa', email: 'newcomer@otonari.example', now });
});
const studio: Studio = { browser, address: running.address, world: await findWorld(connection.db) };
try {
  if (wanted.readme) await takeForReadme(studio, join(root, 'docs', 'screens'));
  else await takeAll();
} finally {
  await browser.close();
  await connection.close();
  await running.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function takeAll(): Promise<void> {
  const folder = join(root, 'screens');
  mkdirSync(folder, { recursive: true });
  const { only = '' } = wanted;
  const pages = PAGES.filter(({ route, name }) => route.startsWith(only) || name.startsWith(only));
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
  for (const failure of failures) console.error(failure);
  if (jobs.length + failures.length > 0) process.exitCode = 1;
}

function readLanguages(typed: string | undefined): readonly Locale[] {
  if (!typed) return LOCALES;
  return typed.split(',').map((name) => {
    if (!isLocale(name)) throw new Error(`${name} is none of ${LOCALES.join(', ')}.`);
    return name;
  });
}
