import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const HEAD_BYTES = 28;

/** A key for one file: 256 random bits, as a column of the database holds them when they are sealed. */
export function makeFileKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Encrypts a file by AES-256-GCM under a random nonce.
 * @param id the file's: bytes that are put into another one's place don't open there
 * @returns nonce, tag and what is encrypted
 */
export function sealFile(key: string, id: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), nonce).setAAD(Buffer.from(id));
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

/** @returns null when it is another file's, was sealed with another key, or is not whole */
export function openFile(key: string, id: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.byteLength < HEAD_BYTES) return null;
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'base64url'),
      sealed.subarray(0, NONCE_BYTES),
    )
      .setAAD(Buffer.from(id))
      .setAuthTag(sealed.subarray(NONCE_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
