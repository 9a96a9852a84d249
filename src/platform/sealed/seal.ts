import { createHash, createHmac } from 'node:crypto';
import { remembering } from '../remembering.ts';
import { decrypt, encrypt, keyFrom } from './cipher.ts';

declare const isSealed: unique symbol;

/** Words as a column of the type `platform.sealed_text` holds them. A string while the program runs; nothing but a `Seal` reads it. */
export interface Sealed {
  readonly [isSealed]: true;
}

/** How many opened texts a process remembers: some megabytes. */
const MOST_OPENED = 5_000;

/** Nothing said, and words that were forgotten: there is nothing to hide. */
export const NO_WORDS = '' as unknown as Sealed;

/** Seals words for one place in the database, so that a dump or a backup tells nobody's story. */
export interface Seal {
  /** What everything begins with that is sealed with the present secret. */
  readonly mark: string;
  /** @param place column and row: words that were put into another place don't open there */
  seal(text: string, place: string): Sealed;
  /** @returns null when it was sealed for another place or with an unknown secret, or was changed since */
  tryOpen(sealed: Sealed, place: string): string | null;
  /** A digest with a key: what was typed can't be guessed from it. */
  digest(text: string): string;
}

/**
 * @param secret the installation's, at least 32 characters: what is sealed is sealed with this one
 * @param before the former one, which still opens what it has sealed
 */
export function makeSeal(secret: string, before?: string): Seal {
  const present = readKey(secret);
  const keys = new Map(
    [before, secret].flatMap((one) => (one ? [readKey(one)] : [])).map((key) => [key.mark, key]),
  );
  const digesting = keyFrom(secret, 'digests');
  // To open a list of thirty cards takes as long as half of its page, and it is opened again and again.
  const open = remembering(MOST_OPENED, (held) => {
    const [mark, space] = [held.slice(0, held.indexOf('.') + 1), held.indexOf(' ')];
    const known = keys.get(mark);
    return known ? decrypt(known.key, held.slice(mark.length, space), held.slice(space + 1)) : null;
  });
  return {
    mark: present.mark,
    seal(text, place) {
      return text === '' ? NO_WORDS : asSealed(present.mark + encrypt(present.key, text, place));
    },
    tryOpen(sealed, place) {
      const text = String(sealed);
      return text === '' ? '' : open(`${text} ${place}`);
    },
    digest: (text) => createHmac('sha256', digesting).update(text).digest('base64url'),
  };
}

/** The same form as `platform.is_sealed` looks for: the mark of a key, then at least a nonce, a tag and one byte. */
export function looksSealed(text: string): boolean {
  return /^[\w-]{8}\.[\w-]{39,}$/.test(text);
}

export function asSealed(text: string): Sealed {
  return text as unknown as Sealed;
}

function readKey(secret: string): { mark: string; key: Buffer } {
  const key = keyFrom(secret, 'sealed words');
  return { key, mark: `${createHash('sha256').update(key).digest().subarray(0, 6).toString('base64url')}.` };
}
