import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../platform/languages/locales.ts';
import { renderDocument } from '../render.ts';
import { StyleguideDocument } from './index.ts';

const assets = {
  css: '/assets/a.css',
  script: '/assets/a.js',
  keys: '/assets/k.js',
  door: '/assets/d.js',
  blind: '/assets/d.js',
};
const ui = join(import.meta.dirname, '..');

function sheets(): string {
  return readdirSync(ui, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(ui, name), 'utf8'))
    .join('\n');
}

function draw(locale: (typeof LOCALES)[number]): string {
  return renderDocument(<StyleguideDocument locale={locale} assets={assets} organization="Otonari" />);
}

describe.each(LOCALES)('the style guide in %s', (locale) => {
  const html = draw(locale);

  test('has nothing the Content-Security-Policy would stop', () => {
    expect(html).not.toMatch(/ style="| on\w+="|<style|javascript:/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  test('uses every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('points with labels and descriptions at what exists', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const named = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby|list)="([^"]+)"/g)];
    const missing = named.flatMap((match) => (match[1] ?? '').split(' ')).filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
  });

  test('never says error', () => {
    expect(html.replace(/<[^>]+>/g, ' ')).not.toMatch(/\berrors?\b|エラー|错误/i);
  });
});

test('every class on the page has a rule, or is a hook that is known', () => {
  const rules = sheets();
  const hooks = new Set([
    'disclosure-inside',
    'steps-title',
    'draft-note',
    'action-form',
    'shell-navigation',
  ]);
  const classes = new Set(
    [...draw('en').matchAll(/ class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')),
  );
  const bare = [...classes].filter((name) => !rules.includes(`.${name}`) && !hooks.has(name));
  expect(bare).toEqual([]);
});

test('shows every component that the design system exports', () => {
  const door = readFileSync(join(ui, 'index.ts'), 'utf8').replace(/export type \{[^}]*\}|\btype \w+/g, '');
  const exported = [...door.matchAll(/\b([A-Z][a-z]\w+)\b/g)].map((match) => match[1] ?? '');
  const used = readdirSync(ui, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => readFileSync(join(ui, name), 'utf8'))
    .join('\n');
  expect(exported.length).toBeGreaterThan(30);
  expect(exported.filter((name) => !used.includes(`<${name}`))).toEqual([]);
});

test('every token that a rule or a drawing names is one', () => {
  const everything = `${sheets()}${draw('en')}`;
  const agency = readFileSync(
    createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css'),
    'utf8',
  );
  const said = new Set([...`${everything}${agency}`.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const named = [...everything.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter((name) => !said.has(name))).toEqual([]);
});

test('the style sheet knows no left and right, so that it works in both directions of writing', () => {
  const physical = sheets().match(
    /^\s*(?:margin|padding|border)-(?:left|right|top|bottom)|^\s*(?:left|right|width|height):/gm,
  );
  expect(physical).toBeNull();
});
