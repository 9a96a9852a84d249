import type { ComponentChildren, VNode } from 'preact';
import { drawnIn, useLocale } from './draw.ts';
import { type Formats, formatsIn } from './formats.tsx';
import type { Locale } from './locales.ts';
import type { Messages, Say } from './messages.tsx';

export { useLocale } from './draw.ts';

/** Everything inside is said in this language. */
export function ReadIn(props: { locale: Locale; children: ComponentChildren }): VNode {
  return drawnIn(props.locale, props.children);
}

/** The words of a catalog in the reader's language, inside a component. */
export function useWords<K extends string>(messages: Messages<K>): Say<K> {
  return messages.in(useLocale());
}

/** Dates, times, counts and yen in the reader's language, inside a component. */
export function useFormats(): Formats {
  return formatsIn(useLocale());
}

/** Our own path in the reader's language: `/spot` becomes `/en/spot`. Foreign and absolute addresses stay as they are. */
export function useHref(): (path: string) => string {
  const locale = useLocale();
  return (path) => hrefIn(locale, path);
}

/** As `useHref`, outside a component. */
export function hrefIn(locale: Locale, path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? `/${locale}${path === '/' ? '' : path}` : path;
}
