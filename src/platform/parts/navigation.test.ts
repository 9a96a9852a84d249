import { expect, test } from 'vitest';
import { entriesIn, type NavigationEntry } from './navigation.ts';

const entry = (href: string, more: Partial<NavigationEntry>): NavigationEntry => ({
  ...{ href, label: () => href, places: ['header'], roles: 'everybody', order: 1 },
  ...more,
});
const entries = [
  entry('/inbox', { order: 9 }),
  entry('/desk', { roles: ['coordinator'] }),
  entry('/people', { roles: ['coordinator', 'administrator'], order: 2 }),
  entry('/me', { places: ['menu', 'footer'] }),
];
const shown = (...given: Parameters<typeof entriesIn>) => entriesIn(...given).map(({ href }) => href);

test('somebody with several roles has the ways of each once, in their order', () => {
  expect(shown('header', entries, ['administrator', 'coordinator'])).toEqual(['/desk', '/people', '/inbox']);
  expect(shown('header', entries, ['resident'])).toEqual(['/inbox']);
});

test('a way stands in each of its places and in no other', () => {
  expect([shown('menu', entries, []), shown('footer', entries, []), shown('privacy', entries, [])]).toEqual([
    ['/me'],
    ['/me'],
    [],
  ]);
});
