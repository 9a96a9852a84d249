import type { ComponentChildren, VNode } from 'preact';
import { stripFurigana } from '../../japanese/furigana.ts';
import { type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { rubyWords } from '../../platform/languages/messages.tsx';
import type { AssetUrls } from '../assets.ts';
import type { FlashMessage } from '../notice/notice.tsx';

export interface MenuLink {
  href: string;
  label: ComponentChildren;
  current?: boolean | undefined;
  /** How many things wait behind the link; with the words for it (`3 new`). */
  waiting?: { count: number; words: string } | undefined;
}

export interface ShellHeaderProps {
  /** The organization's, as short as it has one: a phone's header has one row. */
  shortName: string;
  /** This page's path without the language, with its query: the language switch keeps the place with it. */
  path: string;
  /** The languages this page exists in. */
  languages?: readonly Locale[] | undefined;
  /** Whether readings stand above the kanji of the page; null or missing where that cannot be chosen. */
  furigana?: 'shown' | 'hidden' | null | undefined;
  /** `Navigation` with the `PersonMenu` of who is signed in. */
  navigation?: VNode | undefined;
  /** For somebody unknown: `SignInLink`. */
  person?: VNode | undefined;
}

export interface PersonMenuProps {
  name: string;
  links: readonly MenuLink[];
  signOut?: ComponentChildren | undefined;
}

export interface ShellFooterProps {
  /** The organization's whole name; in Easy Japanese furigana notation in it is read. */
  organization: string;
  links?: readonly MenuLink[] | undefined;
  /** What the keys of compact pages do. */
  keys?: boolean | undefined;
}

export interface ShellProps extends Pick<ShellHeaderProps, 'path' | 'languages' | 'furigana'> {
  locale: Locale;
  /** The organization's whole name. */
  organization: string;
  /** The page's own title as plain text; the organization's name follows it. */
  title: string;
  /** Addresses of the built style sheet and scripts (`assetUrls()`). */
  assets: AssetUrls;
  header: VNode;
  footer: VNode;
  children: ComponentChildren;
  flashes?: readonly FlashMessage[] | undefined;
  /** The address of this page's stream of changes; nothing for a page that does not change by itself. */
  live?: string | undefined;
  theme?: 'light' | 'dark' | undefined;
  /** The last line on paper: who to ask, and as of when it is. */
  onPaper?: ComponentChildren | undefined;
  /** How close everything is set: roomy (the default) for whoever comes by, compact for a day's work. */
  density?: 'roomy' | 'compact' | undefined;
  /** What search engines say of the page, and its address as they need it; without it they leave the page out. */
  found?: Found | undefined;
}

interface Found {
  description: string;
  /** `https://help.example.org`. */
  origin: string;
  /** The whole address of a picture that stands beside links to the page. */
  picture?: string | undefined;
  /** What the page is about, in the words of schema.org. */
  schema?: Readonly<Record<string, unknown>> | undefined;
}

/** The same place in another language. */
export function placeIn(locale: Locale, path: string): string {
  return `/${locale}${path === '/' ? '' : path}`;
}

/** A language by its own name; with readings for who reads Easy Japanese. */
export function languageName(locale: Locale, reader: Locale): ComponentChildren {
  const { name } = localeFacts[locale];
  return reader === 'ja-easy' ? rubyWords(name) : stripFurigana(name);
}
