import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Locale } from '../../src/platform/languages/locales.ts';
import type { PageToTake } from '../../src/platform/parts/sampling.ts';
import { fillIn, refuse } from './forms.ts';
import type { World } from './world.ts';

/** Where pictures are taken: a browser, a running product, and what its world holds. */
export interface Studio {
  readonly browser: Browser;
  readonly address: string;
  readonly world: World;
}

export type FormPhase = 'as it opens' | 'filled' | 'refused';

/** A picture in the folder. */
export interface Picture {
  readonly page: PageToTake;
  readonly phase: FormPhase;
  readonly locale: Locale;
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly file: string;
}

type View = Pick<Picture, 'page' | 'locale'>;
/** How large the screen is, and whether it is light or dark. */
export type Screen = Pick<Picture, 'width' | 'theme'>;
/** A picture of one screen. */
export type Shot = Screen & Pick<Picture, 'file'>;

const SCREENS: readonly Screen[] = [
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
];

/**
 * Takes one page in one language on all screens, with its form filled and refused when it has one. The page is opened
 * once and shown on one screen after another: to open it takes longer than to draw it.
 */
export async function takePage(studio: Studio, view: View & { folder: string }): Promise<Picture[]> {
  const { page, locale, folder } = view;
  const context = await openContext(studio, { width: 360, theme: 'light' });
  const pictures: Picture[] = [];
  const shootPhase = async (tab: Page, phase: FormPhase): Promise<void> => {
    const stem = `${page.name}.${phase.replaceAll(' ', '-')}.${locale}`;
    const shots = await shoot(tab, { folder, stem, screens: SCREENS });
    pictures.push(...shots.map((shot) => ({ page, phase, locale, ...shot })));
  };
  try {
    const { tab } = await openPage(studio, context, view);
    await shootPhase(tab, 'as it opens');
    if (page.form) {
      await fillIn(tab, page.form);
      await shootPhase(tab, 'filled');
      await openPath(tab, studio, view);
      if (await refuse(tab, page.form)) await shootPhase(tab, 'refused');
    }
  } finally {
    await context.close();
  }
  return pictures;
}

/** Takes an open page on one screen after another, from top to bottom. */
export async function shoot(
  tab: Page,
  { folder, stem, screens }: { folder: string; stem: string; screens: readonly Screen[] },
): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const screen of screens) {
    await tab.setViewportSize(sizeOf(screen));
    await tab.emulateMedia({ colorScheme: screen.theme });
    const file = `${stem}.${screen.width}.${screen.theme}.jpg`;
    await tab.screenshot({ path: join(folder, file), fullPage: true, type: 'jpeg', quality: 72 });
    shots.push({ ...screen, file });
  }
  return shots;
}

/** Opens a page as the person who is to look at it. @returns what it answered, too */
export async function openPage(
  studio: Studio,
  context: BrowserContext,
  view: View,
): Promise<{ tab: Page; status: number }> {
  const who = view.page.who(studio.world);
  if (who) {
    const answer = await context.request.post(`${studio.address}/en/demonstration/sign-in`, {
      // A former version called its fields otherwise.
      form: { personId: who, person_id: who, idempotency_key: crypto.randomUUID() },
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) throw new Error(`nobody could look at ${view.page.name}`);
  }
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  return { tab, status: await openPath(tab, studio, view) };
}

async function openPath(tab: Page, studio: Studio, { page, locale }: View): Promise<number> {
  const path = page.path(studio.world);
  const answer = await tab.goto(`${studio.address}/${locale}${path === '/' ? '' : path}`);
  return answer?.status() ?? 0;
}

/** A fresh context of this size and theme; without scripts, so that every step of a form is in the picture. */
export async function openContext({ browser }: Studio, screen: Screen): Promise<BrowserContext> {
  return browser.newContext({
    viewport: sizeOf(screen),
    colorScheme: screen.theme,
    javaScriptEnabled: false,
  });
}

function sizeOf({ width }: Screen): { width: number; height: number } {
  return { width, height: width < 700 ? 780 : 900 };
}
