import { describe, expect, test } from 'vitest';
import { isMailAddress, quotedAddress } from './address.ts';

describe('a mail address', () => {
  test.each([
    'name@example.org',
    'a.b+tag@mail.example.co.jp',
    "o'brien@example.org",
    'a&b@example.org',
    'a#b=c@example.org',
    'a/b@softbank.ne.jp',
    'a..b@docomo.ne.jp',
    'x.@docomo.ne.jp',
    '.y@ezweb.ne.jp',
    'a..b.@t.vodafone.ne.jp',
    'x@xn--eckwd4c7c.xn--zckzah',
  ])('%s is one', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  test.each([
    '',
    'name',
    'name@',
    '@example.org',
    'a b@example.org',
    'a@b@example.org',
    'a..b@example.org',
    '=?utf-8?q?a?=@example.org',
    '.a@example.org',
    'a.@example.org',
    'a@example',
    'a@-example.org',
    'a@example..org',
    'a@docomo.ne.jp.',
    'a..b@notdocomo.ne.jp.example.org',
    'a..b@xdocomo.ne.jp',
    '"a b"@example.org',
    'a@example.org\nbcc:b@example.org',
    `${'a'.repeat(65)}@example.org`,
    '🙂@example.org',
  ])('%j is none', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  test.each([
    ['name@example.org', 'name@example.org'],
    ['a/b@softbank.ne.jp', 'a/b@softbank.ne.jp'],
    ['a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
    ['x.@docomo.ne.jp', '"x."@docomo.ne.jp'],
  ])('%s is written to as %s', (address, quoted) => {
    expect(quotedAddress(address)).toBe(quoted);
  });
});
