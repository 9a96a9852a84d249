import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const HEAD_BYTES = 28;

/** A key of its own for each purpose, from the installation's secret (HKDF, RFC 5869). */
export function keyFrom(secret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `otonari ${label}`, 32));
}

/**
 * Encrypts by AES-256-GCM under a random nonce.
 * @param about what it belongs to: not kept, and needed to decrypt
 * @returns nonce, tag and what is encrypted, as base64url
 */
export function encrypt(key: Buffer, text: string, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

/** @returns null when it belongs to something else, was made with another key, or was changed since */
export function decrypt(key: Buffer, encrypted: string, about: string): string | null {
  const bytes = Buffer.from(encrypted, 'base64url');
  if (bytes.length < HEAD_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(NONCE_BYTES, HEAD_BYTES));
    return decipher.update(bytes.subarray(HEAD_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
