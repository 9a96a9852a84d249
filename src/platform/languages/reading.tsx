import { type ComponentChildren, createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { type Formats, formatsIn } from './formats.tsx';
import type { Locale } from './locales.ts';
import type { Messages, Say } from './messages.tsx';

const Reading = createContext<Locale>('ja');

/** Everything inside is said in this language. */
export function ReadIn(props: { locale: Locale; children: ComponentChildren }): VNode {
  return <Reading.Provider value={props.locale}>{props.children}</Reading.Provider>;
}

/** The reader's language, inside a component. */
export function useLocale(): Locale {
  return useContext(Reading);
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
