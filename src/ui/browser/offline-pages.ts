import { LOCALES } from '../../platform/languages/locales.ts';

/** The pages that work without a connection. */
export const helpNowPaths: readonly string[] = LOCALES.map((locale) => `/${locale}/help-now`);

/** Which of them stands in for a page that can't be reached: the one in its language, else Japanese. */
export function offlinePathFor(pathname: string): string {
  const locale = LOCALES.find((known) => known === pathname.split('/')[1]);
  return `/${locale ?? 'ja'}/help-now`;
}

const DAY = 86_400_000;

/** Whether a kept page is a day old or older, by when it was sent (`Date`); so is one that does not say. */
export function isOld(sentAt: string | null | undefined, now: number): boolean {
  return !(now - Date.parse(sentAt ?? '') < DAY);
}

/** The addresses under `/assets/` that a page's HTML names. */
export function stylesAndScriptsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? ''))];
}
