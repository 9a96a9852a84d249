import { isLocale } from '../languages/locales.ts';

/**
 * Where to go after signing in: a path of our own, without language. Anything else becomes the home page, so that a
 * link to our sign-in can't lead to somebody else's site.
 */
export function backPath(asked: string | undefined): string {
  if (!asked || asked.length > 500 || !/^\/[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return '/';
  const home = 'https://own.invalid';
  const url = URL.canParse(asked, home) ? new URL(asked, home) : null;
  if (url?.origin !== home) return '/';
  const [, first, ...rest] = url.pathname.split('/');
  const path = isLocale(first) ? `/${rest.join('/')}` : url.pathname;
  // `/x/..//other.example` becomes `//other.example` by reading it.
  return path.startsWith('//') ? '/' : path + url.search;
}
