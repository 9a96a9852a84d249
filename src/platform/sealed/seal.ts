import { createHash, createHmac } from 'node:crypto';
import { remembering } from '../remembering.ts';
import { decrypt, encrypt, keyFrom } from './cipher.ts';

declare const isSealed: unique symbol;

/** Words as a column of the type `platform.sealed_text` holds them. A string while the program runs; nothing but a `Seal` reads it. */
export interface Sealed {
  readonly [isSealed]: true;
}

/** How many opened texts a process remembers, and how long one may be, in letters of its sealed form: some 25 MB at the most. */
const MOST_OPENED = 5_000;
const MOST_LETTERS = 3_000;

/** What a log says of a place whose words do not open. */
export const UNREAD = 'what is sealed here does not open: it is damaged or was moved';

/** Nothing said, and words that were forgotten: there is nothing to hide. */
export const NO_WORDS = '' as unknown as Sealed;

/** Seals words for one place in the database, so that a dump or a backup tells nobody's story. */
export interface Seal {
  /** What everything begins with that is sealed with the present secret. */
  readonly mark: string;
  /** Whether it opens also what a former secret has sealed. */
  readonly knowsFormer: boolean;
  /** @param place column and row: words that were put into another place don't open there */
  seal(text: string, place: string): Sealed;
  /** @returns null when it was sealed for another place or with an unknown secret, or was changed since */
  tryOpen(sealed: Sealed, place: string): string | null;
  /** Is told of a place whose words do not open. */
  unread(place: string): void;
  /** A digest with a key: what was typed can't be guessed from it. */
  digest(text: string): string;
}

/**
 * @param secret the installation's, at least 32 characters: what is sealed is sealed with this one
 * @param before the former one, which still opens what it has sealed
 * @param unread hears of a place whose words do not open; where nobody listens, it is thrown
 */
export function makeSeal(
  secret: string,
  before?: string,
  unread: (place: string) => void = throwUnread,
): Seal {
  const present = readKey(secret);
  const keys = new Map(
    [before, secret].flatMap((one) => (one ? [readKey(one)] : [])).map((key) => [key.mark, key]),
  );
  const digesting = keyFrom(secret, 'digests');
  const open = (held: string) => {
    const [mark, space] = [held.slice(0, held.indexOf('.') + 1), held.indexOf(' ')];
    const known = keys.get(mark);
    return known ? decrypt(known.key, held.slice(mark.length, space), held.slice(space + 1)) : null;
  };
  // To open a list of thirty cards takes as long as half of its page, and it is opened again and again.
  const openOnce = remembering(MOST_OPENED, open);
  return {
    mark: present.mark,
    knowsFormer: before !== undefined,
    unread,
    seal(text, place) {
      return text === '' ? NO_WORDS : asSealed(present.mark + encrypt(present.key, text, place));
    },
    tryOpen(sealed, place) {
      const text = String(sealed);
      if (text === '') return '';
      const isRemembered = text.length <= MOST_LETTERS && !/^(auth\.|platform\.files\.key )/.test(place);
      return (isRemembered ? openOnce : open)(`${text} ${place}`);
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

function throwUnread(place: string): never {
  throw new Error(`${place}: ${UNREAD}`);
}

function readKey(secret: string): { mark: string; key: Buffer } {
  const key = keyFrom(secret, 'sealed words');
  return { key, mark: `${createHash('sha256').update(key).digest().subarray(0, 6).toString('base64url')}.` };
}
