import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFrom } from '../../sealed/cipher.ts';
import type { Head } from './follow.ts';

/** The program's word that the chain had this head then. */
export interface Seal extends Head {
  readonly at: Temporal.Instant;
  /** Which secret's key made the mark. */
  readonly keyName: string;
  readonly mark: Buffer;
}

/** Makes and judges marks with a key that only the program has. */
export interface Marks {
  readonly keyName: string;
  seal(head: Head, at: Temporal.Instant): Seal;
  /** Whether this key made the mark, for exactly this. */
  holds(seal: Seal): boolean;
}

/** @param secret the installation's secret, which the database never sees */
export function makeMarks(secret: string): Marks {
  const key = keyFrom(secret, 'audit seals');
  const hmac = (text: string) => createHmac('sha256', key).update(text).digest();
  const keyName = hmac('name').toString('hex').slice(0, 12);
  const markOf = (head: Head, at: Temporal.Instant) =>
    hmac(JSON.stringify(['seal', head.position, head.hash.toString('hex'), at.epochMilliseconds]));
  return {
    keyName,
    seal: ({ position, hash }, at) => {
      const then = Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds);
      return { position, hash, at: then, keyName, mark: markOf({ position, hash }, then) };
    },
    holds: (seal) =>
      seal.keyName === keyName &&
      seal.mark.length === 32 &&
      timingSafeEqual(markOf(seal, seal.at), seal.mark),
  };
}
