import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, keyFrom } from '../sealed/cipher.ts';

/** What is made from the installation's secret, each from a key of its own (HKDF, RFC 5869). */
export interface Keys {
  /** The six digits that belong to a row of `auth.codes`. */
  codeOf(id: string): string;
  /** The token in the cookie of the browser that asked for a code. */
  attemptTokenOf(id: string): string;
  /** The session's token that an attempt earns: the same when the same answer is sent twice. */
  sessionTokenOf(attemptToken: string): string;
  /** A mail address as the subject of a limit, so that no address is kept there. */
  markOf(email: string): string;
  /** SHA-256 with a key, for recovery codes. */
  markOfRecoveryCode(personId: string, code: string): Buffer;
  /** Encrypts (AES-256-GCM), bound to what it is for. */
  seal(text: string, purpose: string): string;
  /** @returns null when it was sealed for something else, with another secret, or changed since */
  unseal(sealed: string, purpose: string): string | null;
}

/** @param secret at least 32 characters that only this installation knows */
export function makeKeys(secret: string): Keys {
  const key = (label: string) => keyFrom(secret, label);
  const [code, attempt, session, mark] = [key('code'), key('attempt'), key('session'), key('mark')];
  const sealing = key('sealing');
  const hmac = (with_: Buffer, text: string) => createHmac('sha256', with_).update(text).digest();
  return {
    codeOf: (id) => String(hmac(code, id).readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
    attemptTokenOf: (id) => hmac(attempt, id).toString('base64url'),
    sessionTokenOf: (token) => hmac(session, token).toString('base64url'),
    markOf: (email) => hmac(mark, email).subarray(0, 16).toString('base64url'),
    markOfRecoveryCode: (personId, typed) => hmac(mark, `${personId} ${typed}`),
    seal: (text, purpose) => encrypt(sealing, text, purpose),
    unseal: (sealed, purpose) => decrypt(sealing, sealed, purpose),
  };
}

/** 256 random bits for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that does not tell how much of it was right. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hashOf(one), hashOf(other));
}
