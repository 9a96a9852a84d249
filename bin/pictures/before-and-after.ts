import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { unpackFormer } from '../../drills/upgrading/former.ts';
import type { Locale } from '../../src/platform/languages/locales.ts';
import { COMPARED, type Compared } from './compared.ts';
import { inFormerStudio, inStudio } from './open-studio.ts';
import { PAGES } from './pages.ts';
import { openContext, openPage, type Screen, type Shot, type Studio, shoot } from './take.ts';

/** What is looked at: in which languages, on which screens. */
export interface Looking {
  readonly languages: readonly Locale[];
  readonly themes: readonly Screen['theme'][];
}

/** A screen in one language at one size, in one version; without a picture, why there is none. */
export interface Side extends Partial<Shot> {
  readonly compared: Compared;
  readonly locale: Locale;
  readonly missing?: string;
}

const WIDTHS = [360, 1280];

/**
 * Takes the compared screens in a former version of the repository and in this one, each with its own demonstration world
 * of today, and puts them side by side into `index.html` of the folder.
 * @param from a commit or tag that the clone holds
 * @returns how many pairs there are, and the screens of this version that could not be taken
 */
export async function takeBeforeAndAfter(
  browser: Browser,
  { from, folder, ...looking }: Looking & { from: string; folder: string },
): Promise<{ pairs: number; failures: readonly string[] }> {
  mkdirSync(folder, { recursive: true });
  const former = unpackFormer(from);
  const [before, after]: [Side[], Side[]] = [[], []];
  try {
    await inFormerStudio(browser, former, async (studio) => {
      before.push(...(await takeAll(studio, { ...looking, folder, when: 'before' })));
    });
  } finally {
    former.end();
  }
  await inStudio(browser, async (studio) => {
    after.push(...(await takeAll(studio, { ...looking, folder, when: 'after' })));
  });
  writeFileSync(join(folder, 'index.html'), drawPairs(former.commit, before, after));
  const failures = after.flatMap(({ compared, missing }) =>
    missing ? [`${compared.name}: ${missing}`] : [],
  );
  return { pairs: after.length, failures };
}

type Taking = Looking & { readonly folder: string; readonly when: 'before' | 'after' };

async function takeAll(studio: Studio, taking: Taking): Promise<Side[]> {
  const sides: Side[] = [];
  for (const compared of COMPARED)
    for (const locale of taking.languages)
      sides.push(...(await takeOne(studio, { compared, locale }, taking)));
  return sides;
}

async function takeOne(
  studio: Studio,
  { compared, locale }: Pick<Side, 'compared' | 'locale'>,
  { folder, when, themes }: Taking,
): Promise<Side[]> {
  const page = PAGES.find(({ name }) => name === compared.name);
  if (!page) throw new Error(`There is no page ${compared.name}.`);
  const screens = WIDTHS.flatMap((width) => themes.map((theme) => ({ width, theme })));
  const context = await openContext(studio, { width: 360, theme: 'light' });
  try {
    const { tab, status } = await openPage(studio, context, { page, locale });
    if (status >= 400)
      return screens.map((screen) => ({ compared, locale, ...screen, missing: `it answered ${status}` }));
    const shots = await shoot(tab, { folder, stem: `${when}.${page.name}.${locale}`, screens });
    return shots.map((shot) => ({ compared, locale, ...shot }));
  } finally {
    await context.close();
  }
}

/** A page with a row for each screen, language, size and theme, and in it the former version beside this one. */
function drawPairs(commit: string, before: readonly Side[], after: readonly Side[]): string {
  const keyOf = (side: Side) => [side.compared.name, side.locale, side.width, side.theme].join(' ');
  const formerly = new Map(before.map((side) => [keyOf(side), side]));
  const rows = after.map((side) => {
    const { compared, locale, width, theme } = side;
    const what = `${compared.caption} · ${locale} · ${width} px · ${theme}`;
    return `<section id="${keyOf(side).replaceAll(' ', '-')}"><h2>${what}</h2>
<div>${figure(formerly.get(keyOf(side)), `Before (${commit})`)}${figure(side, 'After')}</div></section>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Otonari: before and after</title>
<style>
body { font: 15px system-ui; margin: 1rem; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
div { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: start; }
figure { margin: 0; }
figcaption { color: #555; padding-block-end: .25rem; }
img { max-width: 100%; border: 1px solid #ccc; }
p { border: 1px dashed #999; padding: 1rem; }
</style>
<h1>Before (${commit}) and after</h1>
${rows.join('\n')}
</html>
`;
}

function figure(side: Side | undefined, when: string): string {
  const picture = side?.file
    ? `<a href="${side.file}"><img loading="lazy" src="${side.file}" alt=""></a>`
    : `<p>There was no such screen${side?.missing ? `: ${side.missing}` : ''}.</p>`;
  return `<figure><figcaption>${when}</figcaption>${picture}</figure>`;
}
