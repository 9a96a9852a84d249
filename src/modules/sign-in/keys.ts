import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { keyFrom } from '../../platform/sealed/cipher.ts';
import { makeTokens, type Tokens } from '../../platform/sealed/tokens.ts';

/** What a kept hash is of. A hash made for one purpose fits no other. */
type Purpose = 'code' | 'asking browser' | 'form for a code' | 'session' | 'challenge' | 'known device';

/**
 * What is made with the installation's secret, each with a key of its own (HKDF, RFC 5869). Nothing secret is made
 * *from* it, and nothing from what a client sends: tokens and codes are fresh randomness, and only their hashes are kept.
 */
export interface Keys extends Tokens {
  /** HMAC-SHA-256 of something secret, bound to its purpose and to all it belongs to (whose, of what, until when). */
  hashOf(purpose: Purpose, ...parts: readonly string[]): Buffer;
  /** A mail address as the subject of a limit, so that no address is kept there. */
  markOf(email: string): string;
  /** SHA-256 with a key, for recovery codes. */
  markOfRecoveryCode(personId: string, code: string): Buffer;
}

/** @param secret at least 32 characters that only this installation knows */
export function makeKeys(secret: string): Keys {
  const key = (label: string) => keyFrom(secret, label);
  const [hashing, mark] = [key('hashing'), key('mark')];
  const hmac = (with_: Buffer, text: string) => createHmac('sha256', with_).update(text).digest();
  return {
    ...makeTokens(secret),
    // JSON keeps the parts apart: `a`, `bc` is not `ab`, `c`.
    hashOf: (purpose, ...parts) => hmac(hashing, JSON.stringify([purpose, ...parts])),
    markOf: (email) => hmac(mark, email).subarray(0, 16).toString('base64url'),
    markOfRecoveryCode: (personId, typed) => hmac(mark, `${personId} ${typed}`),
  };
}

/** 256 random bits for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Compares two hashes in a time that does not tell how much of them is alike. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
