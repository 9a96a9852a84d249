import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where the browser for tests and screenshots is, or why there is none. */
export interface Browser {
  readonly path: string | null;
  readonly says: string | null;
}

const PLACES = [
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
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(hasCjkFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return { path: findBrowser(), says: null };
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    return {
      path: findBrowser(),
      says: `The browser tests need ${missing.join(' and ')}. Install them (Debian: sudo apt-get install ${missing.join(' ')}) or set CHROMIUM to a Chromium.`,
    };
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
