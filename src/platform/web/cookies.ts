import { isLocale, type Locale } from '../languages/locales.ts';
import type { Noted } from '../languages/messages.tsx';
import type { Flash } from './route.ts';

/** Reads one cookie of a request. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return safelyDecoded(rest.join('='));
  }
  return null;
}

/** A `__Host-` cookie: this host only, every path, never by script, over a secure connection. */
export function hostCookie(name: string, value: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${encodeURIComponent(value)}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`;
}

const LANGUAGE = '__Host-language';
const FURIGANA = '__Host-furigana';
const FLASH = '__Host-flash';

export function rememberedLocale(headers: Headers): Locale | null {
  const value = readCookie(headers, LANGUAGE);
  return isLocale(value) ? value : null;
}

export function rememberLocale(locale: Locale): string {
  return hostCookie(LANGUAGE, locale, 31_536_000);
}

/** Whether this browser wants readings above the kanji of Japanese. */
export function wantsFurigana(headers: Headers): boolean {
  return readCookie(headers, FURIGANA) === 'shown';
}

export function rememberFurigana(furigana: 'shown' | 'hidden'): string {
  return furigana === 'shown' ? hostCookie(FURIGANA, 'shown', 31_536_000) : hostCookie(FURIGANA, '', 0);
}

export function readFlash(headers: Headers): Flash | null {
  const [tone, ...text] = (readCookie(headers, FLASH) ?? '').split('|');
  if ((tone !== 'done' && tone !== 'notice') || text.length === 0) return null;
  return { tone, text: text.join('|').slice(0, MOST_FLASH) as Noted };
}

/** Browsers drop a cookie of more than 4 kB, and a character may take nine bytes of it. */
const MOST_FLASH = 400;

export function keepFlash(flash: Flash | null): string {
  if (!flash) return hostCookie(FLASH, '', 0);
  return hostCookie(FLASH, `${flash.tone}|${flash.text.slice(0, MOST_FLASH).toWellFormed()}`, 60);
}

function safelyDecoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
