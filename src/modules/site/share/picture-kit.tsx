import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ZipEntry } from '../../../kits/papers/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { ASSETS_FOLDER, LineScene, type LineSceneName, renderPart } from '../../../ui/index.ts';
import { siteMessages } from '../words.ts';

const MARKS = ['icon.svg', 'icon-512.png'];
const SCENES: readonly LineSceneName[] = ['counter', 'table', 'karuta', 'expert', 'hall', 'giving', 'doors'];
const PIXELS_WIDE = 1920;

/** What the drawings are painted with by day (`ui/tokens`): elsewhere there is no style sheet of ours. */
const INKS: Readonly<Record<string, string>> = {
  moss: '#17604a',
  mint: '#e4f1ea',
  rust: '#b8431a',
  peach: '#fbe9df',
  straw: '#fff3d1',
  card: '#ffffff',
  sunken: '#f4f0e8',
  line: '#d9d2c5',
  hair: '#3a322b',
  gray: '#cfc8bc',
  'skin-1': '#fdeadb',
  'skin-2': '#f2cfae',
  'skin-3': '#cf9b74',
};

/** The mark and the drawings, for print and screens, with a word on how they may be used. */
export async function* pictureKit(locale: Locale): AsyncGenerator<ZipEntry, undefined> {
  const readme = siteMessages.in(locale).plain('picture_kit_readme');
  yield { name: 'README.txt', bytes: new TextEncoder().encode(`${readme}\n`) };
  for (const name of MARKS)
    yield { name: `mark/${name}`, bytes: new Uint8Array(await readFile(join(ASSETS_FOLDER, name))) };
  const { default: sharp } = await import('sharp');
  for (const name of SCENES) {
    const svg = new TextEncoder().encode(standingAlone(renderPart(<LineScene name={name} />, locale)));
    yield { name: `drawings/${name}.svg`, bytes: svg };
    const png = await sharp(svg, { density: 144 }).resize({ width: PIXELS_WIDE }).png().toBuffer();
    yield { name: `drawings/${name}.png`, bytes: new Uint8Array(png) };
  }
  return undefined;
}

/** A scene with its colors and lines in it, which a page of ours has from its style sheet. */
export function standingAlone(svg: string): string {
  const painted = svg.replaceAll(/var\(--([\w-]+)\)/g, (_, ink: string) => INKS[ink] ?? '#22201c');
  const lines =
    'fill="none" stroke="#22201c" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"';
  return painted
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" ${lines} `)
    .replaceAll('class="cheeks"', 'stroke="#b8431a" stroke-width="5.5" opacity="0.3"');
}
