import type { VNode } from 'preact';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';
import { LOCALES, type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { ReadIn, useWords } from '../../platform/languages/reading.tsx';
import { IconSheet } from '../icon/icon.tsx';
import { uiMessages } from '../messages.ts';
import { Flash } from '../notice/notice.tsx';
import { placeIn, type ShellProps } from './shell-props.ts';

/** The whole document around a page: head, skip link, header, flash messages, main, footer. */
export function Shell(props: ShellProps): VNode {
  const { tag, direction } = localeFacts[props.locale];
  return (
    <ReadIn locale={props.locale}>
      <html
        lang={tag}
        dir={direction}
        data-locale={props.locale}
        data-density={props.density ?? 'roomy'}
        data-theme={props.theme}
        data-furigana={props.furigana === 'shown' ? 'shown' : undefined}
      >
        <Head {...props} />
        <Body {...props} />
      </html>
    </ReadIn>
  );
}

/** Search engines know no Easy Japanese: beside Japanese it would be Japanese twice. */
const ONE_OF_EACH_TAG = LOCALES.filter((locale) => localeFacts[locale].tag === locale);

function Head(props: ShellProps): VNode {
  const { found } = props;
  const { css, script, keys } = props.assets;
  return (
    <head>
      <Beginning />
      <title>
        {props.title === props.organization ? props.title : `${props.title} — ${props.organization}`}
      </title>
      <Files css={css} script={script} keys={props.density === 'compact' ? keys : null} />
      {found ? (
        <>
          <meta name="description" content={found.description} />
          <Told {...props} {...found} />
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <Icons />
      {found && <Elsewhere {...props} origin={found.origin} />}
    </head>
  );
}

/** Where else the page stands: its own address without what was chosen on it, and the same in the other languages. */
function Elsewhere(props: ShellProps & { origin: string }): VNode {
  const path = props.path.split('?')[0] ?? '/';
  const at = (locale: Locale) => props.origin + placeIn(locale, path);
  return (
    <>
      <link rel="canonical" href={at(props.locale)} />
      {ONE_OF_EACH_TAG.map((locale) => (
        <link rel="alternate" hreflang={localeFacts[locale].tag} href={at(locale)} />
      ))}
      {/* Whoever reads none of them finds the language by their browser’s wish. */}
      <link rel="alternate" hreflang="x-default" href={props.origin + path} />
    </>
  );
}

/** What is the same in every head. */
const Beginning = keepDrawn(function Beginning(): VNode {
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    </>
  );
});

const Files = keepDrawn(function Files(props: { css: string; script: string; keys: string | null }): VNode {
  return (
    <>
      <link rel="stylesheet" href={props.css} />
      <script type="module" src={props.script} />
      {props.keys !== null && <script type="module" src={props.keys} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fcfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171512" media="(prefers-color-scheme: dark)" />
      <meta name="format-detection" content="telephone=no" />
    </>
  );
});

const Icons = keepDrawn(function Icons(): VNode {
  return (
    <>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
});

/** Where a page that renews itself says so. */
const LiveStatus = keepDrawn(function LiveStatus(): VNode {
  const words = useWords(uiMessages).plain('live_updated', { what: '{what}' });
  return <p class="visually-hidden" role="status" data-live-status data-words={words} />;
});

/** What a messenger shows of a link to the page (Open Graph), and what engines read of what it is about; nothing of it is asked of anybody but us. */
function Told(props: ShellProps & NonNullable<ShellProps['found']>): VNode {
  const { description, origin, picture, schema } = props;
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={props.organization} />
      <meta property="og:title" content={props.title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + placeIn(props.locale, props.path)} />
      {picture && (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {schema && <script type="application/ld+json">{JSON.stringify(schema)}</script>}
    </>
  );
}

function Body(props: ShellProps): VNode {
  const words = useWords(uiMessages);
  return (
    <body data-live={props.live}>
      <a class="skip-link" href="#main">
        {words('skip_to_content')}
      </a>
      {props.header}
      <main id="main" class="shell-main" tabindex={-1}>
        <Flash messages={props.flashes ?? []} />
        {props.children}
      </main>
      <LiveStatus />
      {props.live && (
        <p class="offline-note" data-session-over role="alert" hidden>
          {words('session_over')}{' '}
          <a href={placeIn(props.locale, props.path)} data-screen-only>
            {words('sign_in')}
          </a>
        </p>
      )}
      <p class="offline-note" data-offline role="status" hidden>
        {words('offline')}
      </p>
      {props.footer}
      {props.onPaper && (
        <p class="shell-on-paper" data-print-only>
          {props.onPaper}
        </p>
      )}
      <IconSheet />
    </body>
  );
}
