import { buildAssets } from '../bin/assets.ts';
import { launchBrowser } from '../bin/browser/launch.ts';
import { inStudio } from '../bin/pictures/open-studio.ts';
import { type Counted, countInSight, type InSight } from './looking/in-sight.ts';
import { type Seen, weighAndWatch } from './looking/watch.ts';

/** By the names of the pictures' pages. */
const TEN = [
  'home',
  'help-now',
  'spot-requests-new',
  'spot-offers',
  'me',
  'spot-requests-id-confirmed',
  'desk',
  'desk-requests-id-volunteers',
  'people',
  'inbox',
];
const MOST = { bytes: 30_000, shift: 0.02 };

/** What must be in sight before anybody scrolls, and how high it may be before it is opened. */
const IN_SIGHT: readonly InSight[] = [
  { page: 'desk', item: '.work-row', width: 1280, height: 800, least: 11 },
  { page: 'desk', item: '.work-row', width: 360, height: 740, least: 8 },
  { page: 'spot-offers', item: 'main article', width: 360, height: 740, highest: 480 },
  { page: 'desk-requests-id-volunteers', item: 'main tbody tr', width: 1280, height: 800, highest: 64 },
];

/**
 * Opens ten pages of the demonstration world in a browser at 360 px, each as if for the first time: what they weigh as
 * sent (document, style sheet, scripts and drawings) at most 30 kB, what moves while they come (cumulative layout shift) at
 * most 0.02; when the largest thing is drawn is only printed, for it is the machine's. Then how much is in sight of a morning's
 * work, of a volunteer's offers and of those who fit.
 * @returns whether all of it holds
 */
export async function run(): Promise<boolean> {
  await buildAssets();
  const browser = await launchBrowser();
  const seen: Seen[] = [];
  const counted: Counted[] = [];
  try {
    await inStudio(browser, async (studio) => {
      for (const page of TEN) seen.push(await weighAndWatch(studio, page));
      for (const asked of IN_SIGHT) counted.push(await countInSight(studio, asked));
    });
  } finally {
    await browser.close();
  }
  for (const one of seen) console.log(`${holds(one) ? '✓' : '✗'} ${sayWeight(one)}`);
  for (const one of counted) console.log(`${one.ok ? '✓' : '✗'} ${sayCount(one)}`);
  const ok = seen.every(holds) && counted.every((one) => one.ok);
  console.log(JSON.stringify({ bench: 'screens', ok, seen, counted }));
  return ok;
}

const holds = ({ bytes, shift }: Seen): boolean => bytes <= MOST.bytes && shift <= MOST.shift;

function sayWeight({ page, bytes, shift, largestMs, ...parts }: Seen): string {
  const { document, styles, scripts, drawings } = parts;
  return `${page}: ${bytes} bytes (${document} document, ${styles} styles, ${scripts} scripts, ${drawings} drawings), shift ${shift}, largest drawn after ${largestMs} ms`;
}

function sayCount({
  page,
  width,
  height,
  all,
  inSight,
  least,
  highestIs,
  highest,
  heightOfAll,
}: Counted): string {
  const bounds = [least && `at least ${least} in sight`, highest && `at most ${highest} px high`];
  return `${page} at ${width} × ${height}: ${inSight} of ${all} in sight, the highest ${highestIs} px, all ${heightOfAll} px (${bounds.filter(Boolean).join(', ')})`;
}
