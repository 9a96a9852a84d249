import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Locale } from '../../src/platform/languages/locales.ts';
import { PAGES } from './pages.ts';
import { openContext, openPage, type Studio } from './take.ts';

interface Chosen {
  readonly name: string;
  readonly locale: Locale;
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

/** The few that say most: a resident's, a volunteer's and a coordinator's main page, and help now. */
const CHOSEN: readonly Chosen[] = [
  { name: 'home', locale: 'en', width: 1280, theme: 'light' },
  { name: 'spot-requests-new', locale: 'en', width: 360, theme: 'light' },
  { name: 'help-now', locale: 'ja-easy', width: 360, theme: 'light' },
  { name: 'spot-offers', locale: 'ja', width: 360, theme: 'dark' },
  { name: 'desk', locale: 'ja', width: 1280, theme: 'light' },
];
const MOST_BYTES = 150_000;

/** Takes the pictures of the README: what fits on one screen, as PNG of at most 150 kB each. */
export async function takeForReadme(studio: Studio, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const chosen of CHOSEN) {
    const page = PAGES.find(({ name }) => name === chosen.name);
    if (!page) throw new Error(`There is no page ${chosen.name}.`);
    const context = await openContext(studio, chosen);
    const { tab } = await openPage(studio, context, { ...chosen, page });
    const taken = await tab.screenshot({ type: 'png' });
    await context.close();
    const file = join(folder, `${chosen.name}.${chosen.locale}.${chosen.width}.png`);
    const small = await sharp(taken).png({ palette: true, quality: 80, effort: 8 }).toBuffer();
    if (small.length > MOST_BYTES) throw new Error(`${file} would have ${small.length} bytes.`);
    writeFileSync(file, small);
    console.log(`${file}: ${small.length} bytes`);
  }
}
