import { createHmac } from 'node:crypto';
import { decrypt, encrypt, keyFrom } from './cipher.ts';

/** Text that leaves the house and comes back: it tells nothing on its way, and cannot be changed into another. */
export interface Tokens {
  /** Encrypts (AES-256-GCM), bound to what it is for. */
  seal(text: string, purpose: string): string;
  /** @returns null when it was sealed for something else, with another secret, or changed since */
  unseal(sealed: string, purpose: string): string | null;
  /** By which a text is known again without being kept, such as an address in a limit. */
  mark(text: string, purpose: string): string;
}

/** @param secret at least 32 characters that only this installation knows */
export function makeTokens(secret: string): Tokens {
  const key = keyFrom(secret, 'sealing');
  const marking = keyFrom(secret, 'marking');
  return {
    seal: (text, purpose) => encrypt(key, text, purpose),
    unseal: (sealed, purpose) => decrypt(key, sealed, purpose),
    mark: (text, purpose) =>
      createHmac('sha256', marking)
        .update(JSON.stringify([purpose, text]))
        .digest()
        .subarray(0, 16)
        .toString('base64url'),
  };
}
