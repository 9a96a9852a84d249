import type { ComponentChildren, VNode } from 'preact';
import { LOCALES, type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { ReadIn, useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';
import { Flash, type FlashMessage } from '../notice/notice.tsx';
import { ShellFooter } from './shell-footer.tsx';
import { type MenuLink, ShellHeader } from './shell-header.tsx';

export interface ShellProps {
  locale: Locale;
  /** The page's own title as plain text; the organization's name follows it. */
  title: string;
  organization: string;
  /** This page's path without the language, with its query: the language switch keeps the place with it. */
  path: string;
  /** Addresses of the built style sheet and script (`assetUrls()`). */
  assets: { css: string; script: string };
  children: ComponentChildren;
  navigation?: readonly MenuLink[] | undefined;
  /** Who is signed in, with the links of their menu; nobody: a link to sign in. */
  person?: { name: string; links: readonly MenuLink[]; signOut?: ComponentChildren | undefined } | undefined;
  signInHref?: string | undefined;
  flashes?: readonly FlashMessage[] | undefined;
  /** The languages this page exists in. */
  languages?: readonly Locale[] | undefined;
  /** The address of this page's stream of changes; nothing for a page that does not change by itself. */
  live?: string | undefined;
  theme?: 'light' | 'dark' | undefined;
  furigana?: 'shown' | 'hidden' | undefined;
  /** Links at the foot of the page. */
  footerLinks?: readonly MenuLink[] | undefined;
  /** Sources of data, maps and drawings. */
  credits?: ComponentChildren | undefined;
  /** `narrow` for reading and forms (the default), `wide` for desks and tables. */
  width?: 'narrow' | 'wide' | undefined;
  /** False keeps the page out of search engines. */
  indexed?: boolean | undefined;
}

/** The whole document around a page: head, skip link, header, flash messages, main, footer. */
export function Shell(props: ShellProps): VNode {
  const { tag, direction } = localeFacts[props.locale];
  return (
    <ReadIn locale={props.locale}>
      <html
        lang={tag}
        dir={direction}
        data-locale={props.locale}
        data-theme={props.theme}
        data-furigana={props.furigana}
      >
        <Head {...props} />
        <body data-live={props.live}>
          <Body {...props} />
        </body>
      </html>
    </ReadIn>
  );
}

function Head(props: ShellProps): VNode {
  const alternates = props.indexed === false ? [] : (props.languages ?? LOCALES);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>
        {props.title === props.organization ? props.title : `${props.title} — ${props.organization}`}
      </title>
      <link rel="stylesheet" href={props.assets.css} />
      <script type="module" src={props.assets.script} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fcfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171512" media="(prefers-color-scheme: dark)" />
      <meta name="format-detection" content="telephone=no" />
      {props.indexed === false && <meta name="robots" content="noindex" />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      {alternates.map((locale) => (
        <link rel="alternate" hreflang={localeFacts[locale].tag} href={placeIn(locale, props.path)} />
      ))}
    </head>
  );
}

function Body(props: ShellProps): VNode {
  const words = useWords(uiMessages);
  return (
    <>
      <a class="skip-link" href="#main">
        {words('skip_to_content')}
      </a>
      <ShellHeader {...props} />
      <main id="main" class="shell-main" tabindex={-1} data-width={props.width ?? 'narrow'}>
        <Flash messages={props.flashes ?? []} />
        {props.children}
      </main>
      <p class="visually-hidden" role="status" data-live-status data-words={words.plain('live_updated')} />
      <p class="offline-note" data-offline role="status" hidden>
        {words('offline')}
      </p>
      <ShellFooter {...props} />
    </>
  );
}

/** The same place in another language. */
export function placeIn(locale: Locale, path: string): string {
  return `/${locale}${path === '/' ? '' : path}`;
}
