import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';
import { LOCALES, type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { useHref, useLocale, useWords } from '../../platform/languages/reading.tsx';
import { Icon, Mark } from '../icon/icon.tsx';
import { uiMessages } from '../messages.ts';
import { PersonName } from '../person-name/person-name.tsx';
import {
  languageName,
  type MenuLink,
  type PersonMenuProps,
  placeIn,
  type ShellHeaderProps,
} from './shell-props.ts';

/**
 * One row at the top of every page: mark and short name, where the reader's work is, languages, help now. It stays in
 * sight while scrolling, where it leaves room. On a phone what is theirs lies in one menu.
 */
export function ShellHeader(props: ShellHeaderProps): VNode {
  return (
    <header class="shell-header">
      <Home name={props.shortName} />
      {props.navigation ?? <div class="shell-end">{props.person}</div>}
      <LanguageSwitch
        path={props.path}
        languages={props.languages ?? LOCALES}
        furigana={props.furigana ?? null}
      />
      <HelpNow />
    </header>
  );
}

const Home = keepDrawn(function Home(props: { name: string }): VNode {
  const href = useHref();
  return (
    <a class="shell-home" href={href('/')}>
      <Mark />
      <span>{props.name}</span>
    </a>
  );
});

const HelpNow = keepDrawn(function HelpNow(): VNode {
  const href = useHref();
  const words = useWords(uiMessages);
  return (
    <a class="button shell-help" href={href(housePaths.helpNow())}>
      <Icon name="help" />
      <span>{words('help_now')}</span>
    </a>
  );
});

/** Where the reader's work is, and what else is theirs: a menu, or open in the row where there is room. */
export function Navigation(props: { links: readonly MenuLink[]; person?: VNode | undefined }): VNode {
  const words = useWords(uiMessages);
  return (
    <details class="menu shell-navigation" name="shell-menu">
      <summary class="menu-button">
        <Icon name="menu" />
        <span class="shell-wide">{words('menu')}</span>
        <WaitingInside links={props.links} />
      </summary>
      <div class="menu-panel">
        <nav aria-label={words.plain('menu')}>
          <ul>
            {props.links.map((link) => (
              <li>
                <MenuItem {...link} />
              </li>
            ))}
          </ul>
        </nav>
        {props.person}
      </div>
    </details>
  );
}

/** On the menu's button: how much waits inside, so that a closed menu tells it. */
function WaitingInside(props: { links: readonly MenuLink[] }): VNode | null {
  const waiting = props.links.flatMap((link) => link.waiting ?? []).filter(({ count }) => count > 0);
  if (waiting.length === 0) return null;
  return (
    <span class="menu-count">
      <span aria-hidden="true">{waiting.reduce((sum, { count }) => sum + count, 0)}</span>
      <span class="visually-hidden">{waiting.map(({ words }) => words).join(' ')}</span>
    </span>
  );
}

function MenuItem(props: MenuLink): VNode {
  const href = useHref();
  return (
    <a class="menu-item" href={href(props.href)} aria-current={props.current ? 'page' : undefined}>
      <span>{props.label}</span>
      {props.waiting && props.waiting.count > 0 && (
        <span class="menu-count">
          <span aria-hidden="true">{props.waiting.count}</span>
          <span class="visually-hidden">{props.waiting.words}</span>
        </span>
      )}
    </a>
  );
}

function LanguageSwitch(props: {
  path: string;
  languages: readonly Locale[];
  furigana: 'shown' | 'hidden' | null;
}): VNode {
  const words = useWords(uiMessages);
  const now = useLocale();
  return (
    <details class="menu" name="shell-menu" data-end>
      <summary class="menu-button">
        <Icon name="globe" />
        <span class="visually-hidden">{words('language')}</span>
        <span class="shell-wide" lang={localeFacts[now].tag}>
          {languageName(now, now)}
        </span>
        <Icon name="down" />
      </summary>
      <nav class="menu-panel" aria-label={words.plain('language')}>
        <ul>
          {props.languages.map((locale) => (
            <li>
              <a
                class="menu-item"
                href={placeIn(locale, props.path)}
                lang={localeFacts[locale].tag}
                hreflang={localeFacts[locale].tag}
                aria-current={locale === now ? 'true' : undefined}
              >
                <span>{languageName(locale, now)}</span>
                {locale === now && <Icon name="check" />}
              </a>
            </li>
          ))}
        </ul>
        {props.furigana && <FuriganaSwitch path={props.path} furigana={props.furigana} />}
      </nav>
    </details>
  );
}

/** Readings above the kanji, for this browser. The form is the same for everybody, so that a public page stays the same: it has no key. */
function FuriganaSwitch(props: { path: string; furigana: 'shown' | 'hidden' }): VNode {
  const href = useHref();
  const words = useWords(uiMessages);
  const isShown = props.furigana === 'shown';
  return (
    <form class="menu-switch" method="post" action={href(housePaths.furigana())}>
      <input type="hidden" name="back" value={props.path} />
      <button class="menu-item" type="submit" name="furigana" value={isShown ? 'hidden' : 'shown'}>
        <span>{words(isShown ? 'furigana_hide' : 'furigana_show')}</span>
      </button>
    </form>
  );
}

/** What belongs to whoever is signed in. */
export function PersonMenu(props: PersonMenuProps): VNode {
  const words = useWords(uiMessages);
  return (
    <details class="menu" data-end>
      <summary class="menu-button">
        <Icon name="person" />
        <span class="visually-hidden">{words('person_menu')}</span>
        {props.name && <PersonName class="shell-person">{props.name}</PersonName>}
        <Icon name="down" />
      </summary>
      <nav class="menu-panel" aria-label={words.plain('person_menu')}>
        <ul>
          {props.links.map((link) => (
            <li>
              <MenuItem {...link} />
            </li>
          ))}
          {props.signOut && (
            <li class="menu-act" data-forget>
              {props.signOut}
            </li>
          )}
        </ul>
      </nav>
    </details>
  );
}

/** What there is for everybody, beside each page of somebody unknown: only where there is room, all of it stands at the foot too. */
export function PublicLinks(props: { links: readonly MenuLink[] }): VNode {
  return (
    <nav class="shell-public" aria-label={useWords(uiMessages).plain('public_ways')}>
      <ul>
        {props.links.map((link) => (
          <li>
            <MenuItem {...link} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** In place of the menu, for somebody unknown. */
export function SignInLink(props: { href: string }): VNode {
  return <MenuItem href={props.href} label={useWords(uiMessages)('sign_in')} />;
}
