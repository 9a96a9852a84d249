import { describe, expect, test } from 'vitest';
import { LOCALES, localeFacts } from '../../platform/languages/locales.ts';
import { renderDocument } from '../render.ts';
import { Shell } from './shell.tsx';
import { ShellFooter } from './shell-footer.tsx';
import { Navigation, PersonMenu, ShellHeader, SignInLink } from './shell-header.tsx';
import type { ShellHeaderProps, ShellProps } from './shell-props.ts';

const given: ShellProps = {
  locale: 'en',
  title: 'Ask for help',
  organization: 'Otonari',
  path: '/spot?page=2',
  assets: {
    css: '/assets/a.css',
    script: '/assets/a.js',
    keys: '/assets/keys.js',
    door: '/assets/door.js',
    blind: '/assets/blind.js',
  },
  header: <i />,
  footer: <ShellFooter organization="Otonari" />,
  children: <p>Content</p>,
};

function draw(props: Partial<ShellProps & ShellHeaderProps> = {}): string {
  const all = { shortName: 'Otonari', ...given, ...props };
  return renderDocument(<Shell {...all} header={<ShellHeader {...all} />} />);
}

describe('the document around every page', () => {
  test.each(LOCALES)('says its language: %s', (locale) => {
    const html = draw({ locale });
    expect(html).toContain(`<html lang="${localeFacts[locale].tag}"`);
    expect(html).toContain(`data-locale="${locale}"`);
  });

  test.each(LOCALES)('has help now one press away: %s', (locale) => {
    expect(draw({ locale })).toContain(`href="/${locale}/help-now"`);
  });

  test('brings every icon that is shown on it', () => {
    const html = draw({ person: <PersonMenu name="Lan" links={[]} /> });
    const shown = [...html.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter((id) => !html.includes(`<symbol id="${id}"`))).toEqual([]);
  });

  test('keeps the place when the language is switched', () => {
    const html = draw();
    for (const locale of LOCALES) expect(html).toContain(`href="/${locale}/spot?page=2"`);
  });

  test('offers only the languages in which the page exists', () => {
    const html = draw({ languages: ['ja', 'en'] });
    expect(html).toContain('href="/ja/spot?page=2"');
    expect(html).not.toContain('href="/zh-Hans/spot?page=2"');
  });

  test('begins with a way past the header to the content', () => {
    const html = draw();
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('<main id="main"');
  });

  test('names the page first and the organization after it, and the organization once on its own page', () => {
    expect(draw()).toContain('<title>Ask for help — Otonari</title>');
    expect(draw({ title: 'Otonari' })).toContain('<title>Otonari</title>');
  });

  test('escapes what comes from outside', () => {
    expect(draw({ title: '<script>', path: '/"><script>' })).not.toContain('<script>');
  });

  test('keeps a page out of search engines, with its other languages, unless it says what they shall say of it', () => {
    const html = draw();
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).not.toContain('rel="alternate"');
    const found = draw({ path: '/help-now', found: { description: 'Numbers', origin: 'https://o.example' } });
    expect(found).not.toContain('noindex');
    expect(found).toContain('<meta name="description" content="Numbers"');
    const others = [...found.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
    expect(others.map(([, tag, href]) => `${tag} ${href}`)).toEqual([
      'ja https://o.example/ja/help-now',
      'en https://o.example/en/help-now',
      'zh-Hans https://o.example/zh-Hans/help-now',
      'x-default https://o.example/help-now',
    ]);
  });

  test('has one address, whatever was chosen on the page', () => {
    const found = { description: 'Events', origin: 'https://o.example' };
    const html = draw({ path: '/events?kind=lecture', found });
    expect(html).toContain('<link rel="canonical" href="https://o.example/en/events"');
    expect(html).not.toMatch(/rel="alternate"[^>]*lecture/);
  });

  test('says what a messenger shows of a link to it, with a picture where the page has one', () => {
    const found = { description: 'Give "now"', origin: 'https://o.example' };
    const html = draw({ path: '/giving', found });
    expect(html).toContain('<meta property="og:url" content="https://o.example/en/giving"');
    expect(html).toContain('<meta property="og:description" content="Give &quot;now&quot;"');
    expect(html).not.toContain('og:image');
    const picture = 'https://o.example/en/giving/picture.png';
    expect(draw({ found: { ...found, picture } })).toContain(
      `<meta property="og:image" content="${picture}"`,
    );
    expect(draw()).not.toContain('og:');
  });

  test('has no stream of changes unless the page names one', () => {
    expect(draw()).not.toContain('data-live=');
    expect(draw({ live: '/live/desk' })).toContain('<body data-live="/live/desk"');
  });
});

describe('the header', () => {
  test('marks the page the reader is on and says what waits', () => {
    const html = draw({
      navigation: (
        <Navigation
          links={[
            { href: '/spot', label: 'Requests', current: true },
            { href: '/messages', label: 'Messages', waiting: { count: 2, words: '2 new' } },
          ]}
        />
      ),
    });
    expect(html).toMatch(/href="\/en\/spot" aria-current="page"/);
    expect(html).toContain('2 new');
    expect(html).toMatch(/<summary(?:(?!<\/summary>).)*menu-count(?:(?!<\/summary>).)*2 new/s);
  });

  test('says nothing of a waiting count of zero', () => {
    const html = draw({
      navigation: (
        <Navigation
          links={[{ href: '/messages', label: 'Messages', waiting: { count: 0, words: 'none new' } }]}
        />
      ),
    });
    expect(html).not.toContain('none new');
    expect(html).not.toContain('menu-count');
  });

  test('offers signing in to somebody unknown, and their menu to somebody known', () => {
    expect(draw({ person: <SignInLink href="/sign-in" /> })).toContain('href="/en/sign-in"');
    const menu = <PersonMenu name="Maya" links={[{ href: '/me', label: 'Profile' }]} />;
    expect(draw({ person: menu })).toContain('href="/en/me"');
  });
});

test('messages of the act before are read out', () => {
  const html = draw({
    flashes: [
      { tone: 'good', text: 'Sent.' },
      { tone: 'danger', text: 'Not sent.' },
    ],
  });
  expect(html).toMatch(/data-tone="good" role="status"/);
  expect(html).toMatch(/data-tone="danger" role="alert"/);
});
