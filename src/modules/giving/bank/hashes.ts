import { createHmac, randomBytes } from 'node:crypto';
import { normalName } from '../../../japanese/payer-name.ts';

/** What a line is known again by, without the name that it holds. */
export interface Hashes {
  /** Of a line's `key` or `likeness`. */
  of(text: string): string;
  /** Of a payer's name: equal for two writings of it. */
  ofPayer(name: string): string;
}

/** @param key of one account, from `newHashKey` */
export function hashesWith(key: string): Hashes {
  const of = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return { of, ofPayer: (name) => of(`payer ${normalName(name)}`) };
}

export const newHashKey = (): string => randomBytes(32).toString('base64url');
