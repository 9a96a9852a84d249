import { housePaths } from '../../addresses/paths.ts';
import { isLocale } from '../../languages/locales.ts';

/** Where somebody begins who came in without a wish. */
export const START_PATH = housePaths.start();

/**
 * Where to go after signing in: a path of our own, without language. Anything else, and the home page, which is for
 * visitors, becomes the start, so that a link to our sign-in can't lead to somebody else's site.
 */
export function backPath(asked: string | undefined): string {
  if (!asked || asked.length > 500 || !/^\/[\x21-\x7e]*$/.test(asked) || asked.includes('\\'))
    return START_PATH;
  const home = 'https://own.invalid';
  const url = URL.canParse(asked, home) ? new URL(asked, home) : null;
  if (url?.origin !== home) return START_PATH;
  const [, first, ...rest] = url.pathname.split('/');
  const path = isLocale(first) ? `/${rest.join('/')}` : url.pathname;
  // `/x/..//other.example` becomes `//other.example` by reading it.
  return path.startsWith('//') || path === '/' ? START_PATH : path + url.search;
}
