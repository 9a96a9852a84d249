import { createHash } from 'node:crypto';

const LENGTH = 16;

/** What tells words from other words: a mark that changes when they do. */
export function fingerprint(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, LENGTH);
}
