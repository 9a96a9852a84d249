import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where the browser for tests and screenshots is, or why there is none. */
export interface Browser {
  readonly path: string | null;
  readonly says: string | null;
}

/** Debian's Chromium without a window: drawn for nobody, it takes half of a processor's time, and all tests half as long. */
const WITHOUT_WINDOW = 'chromium-headless-shell';

const PLACES = [
  `/usr/bin/${WITHOUT_WINDOW}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds Chromium and a font with Japanese and Chinese, and installs them by apt where root may.
 * @returns a sentence for the person at the terminal when something was installed or is missing
 */
export function ensureBrowser(): Browser {
  const needed = [...(findBrowser() ? [] : [WITHOUT_WINDOW]), ...(hasCjkFont() ? [] : ['fonts-noto-cjk'])];
  const isSlow = findBrowser() === PLACES[1];
  const missing = isSlow ? [WITHOUT_WINDOW, ...needed] : needed;
  if (missing.length === 0) return { path: findBrowser(), says: null };
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    const says = `The browser tests need ${needed.join(' and ')}. Install them (Debian: sudo apt-get install ${needed.join(' ')}) or set CHROMIUM to a Chromium.`;
    return { path: findBrowser(), says: needed.length > 0 ? says : null };
  }
  console.log(`Installing ${missing.join(' and ')} for the browser tests …`);
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  return {
    path: findBrowser(),
    says: done.status === 0 ? null : `apt-get could not install ${missing.join(' and ')}.`,
  };
}

/** The path of a Chromium: `CHROMIUM` from the environment, or one of the usual places. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM'];
  return named ?? PLACES.find((place) => existsSync(place)) ?? null;
}

function hasCjkFont(): boolean {
  const list = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}
