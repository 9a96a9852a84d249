import { describe, expect, test } from 'vitest';
import { backPath, START_PATH } from './back-path.ts';

describe('the way back after signing in', () => {
  test.each([
    ['/', START_PATH],
    ['/spot/requests/new', '/spot/requests/new'],
    ['/people?search=%E6%9D%91&page=2', '/people?search=%E6%9D%91&page=2'],
    ['/en/spot', '/spot'],
    ['/ja-easy', START_PATH],
    ['/spot/../desk', '/desk'],
  ])('%s leads to %s', (asked, path) => {
    expect(backPath(asked)).toBe(path);
  });

  test.each([
    undefined,
    '',
    'https://other.example/',
    '//other.example',
    '/\\other.example',
    '\\\\other.example',
    '/..//other.example',
    '/en//other.example',
    '/en/..//other.example',
    'javascript:alert(1)',
    'spot',
    '/a\nb',
    '/\t/other.example',
    ' /spot',
    `/${'a'.repeat(500)}`,
  ])('%j leads to the start', (asked) => {
    expect(backPath(asked)).toBe(START_PATH);
  });
});
