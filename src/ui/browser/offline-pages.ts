import { LOCALES } from '../../platform/languages/locales.ts';

/** The pages that work without a connection, the one first that stands in for all others. */
export const offlinePaths: readonly string[] = ['help-now', 'year-end'].flatMap((page) =>
  LOCALES.map((locale) => `/${locale}/${page}`),
);

/** Which of them is shown for a page that can't be reached: itself, else help now in its language, else in Japanese. */
export function offlinePathFor(pathname: string): string {
  if (offlinePaths.includes(pathname)) return pathname;
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
