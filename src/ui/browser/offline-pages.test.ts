import { expect, test } from 'vitest';
import { isOld, offlinePathFor, offlinePaths, stylesAndScriptsOf } from './offline-pages.ts';

test('help now and the days of the year’s end are kept in every language', () => {
  const of = (page: string) => ['ja', 'ja-easy', 'en', 'zh-Hans'].map((locale) => `/${locale}/${page}`);
  expect(offlinePaths).toEqual([...of('help-now'), ...of('year-end')]);
});

test.each([
  ['/en/spot/requests/1', '/en/help-now'],
  ['/ja-easy', '/ja-easy/help-now'],
  ['/ja-easyish', '/ja/help-now'],
  ['/', '/ja/help-now'],
  ['/zh-Hans/year-end', '/zh-Hans/year-end'],
  ['/zh-Hans/year-end/mine', '/zh-Hans/help-now'],
])('without a connection %s becomes %s', (asked, shown) => {
  expect(offlinePathFor(asked)).toBe(shown);
});

test.each([
  ['Tue, 24 Nov 2026 00:00:01 GMT', false],
  ['Tue, 24 Nov 2026 00:00:00 GMT', true],
  ['who knows', true],
  [null, true],
])('a page sent at %s is old a day after midnight: %s', (sentAt, old) => {
  expect(isOld(sentAt, Date.parse('2026-11-25T00:00:00Z'))).toBe(old);
});

test('only built files are kept beside the pages, each once', () => {
  const html =
    '<link href="/assets/a.css"><script src="/assets/b.js"></script><a href="/en/me"><link href="/assets/a.css">';
  expect(stylesAndScriptsOf(html)).toEqual(['/assets/a.css', '/assets/b.js']);
});
