import { describe, expect, test } from 'vitest';
import type { Noted } from '../languages/messages.tsx';
import { hostCookie, keepFlash, readCookie, readFlash, rememberedLocale, rememberLocale } from './cookies.ts';

const sent = (cookie: string) => new Headers({ cookie: cookie.split(';')[0] ?? '' });

describe('a cookie of ours', () => {
  test('is bound to this host, out of reach of scripts and of other sites', () => {
    expect(hostCookie('__Host-a', 'b;c')).toBe('__Host-a=b%3Bc; Path=/; Secure; HttpOnly; SameSite=Lax');
    expect(hostCookie('__Host-a', '', 0)).toMatch(/; Max-Age=0$/);
  });

  test.each(['a=1; __Host-x=%zz', '__Host-x', '=;;=', ''])('of "%s" nothing is read', (header) => {
    expect(readCookie(new Headers({ cookie: header }), '__Host-x') || null).toBeNull();
  });
});

describe('the sentence for the next page', () => {
  test('comes back as it was, whatever is in it', () => {
    const flash = { tone: 'done', text: '小林さん | 12:00; "はい" 👋' as Noted } as const;
    expect(readFlash(sent(keepFlash(flash)))).toEqual(flash);
  });

  test('fits into what browsers keep, and breaks off between characters', () => {
    const cookie = keepFlash({ tone: 'notice', text: `a${'👋'.repeat(1000)}` as Noted });
    expect(cookie.length).toBeLessThan(4096);
    expect(readFlash(sent(cookie))?.text).toMatch(/^a👋/);
  });

  test.each(['__Host-flash=loud|text', '__Host-flash=done', '__Host-flash='])(
    'is not read from %s',
    (header) => {
      expect(readFlash(new Headers({ cookie: header }))).toBeNull();
    },
  );
});

test('the language is remembered, and nothing else as one', () => {
  expect(rememberedLocale(sent(rememberLocale('ja-easy')))).toBe('ja-easy');
  expect(rememberedLocale(new Headers({ cookie: '__Host-language=xx' }))).toBeNull();
});
