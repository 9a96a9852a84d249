import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { asSealed, looksSealed, makeSeal, type Sealed } from './seal.ts';

const SECRET = 'a secret of at least thirty-two characters';
const FORMER = 'the secret that this installation had before';
const PLACE = 'conversations.messages.words 8d1c0c64-0d4e-4f7a-9d3e-0f4b8d0e0b01';
const WORDS = 'I am afraid of him. 病院《びょういん》 𠮷';

const seal = makeSeal(SECRET);
const former = makeSeal(FORMER);
const letters = (sealed: Sealed) => String(sealed);

/** The same with another letter at one place. */
function changedAt(sealed: Sealed, index: number): Sealed {
  const text = letters(sealed);
  const other = text[index] === 'A' ? 'B' : 'A';
  return asSealed(text.slice(0, index) + other + text.slice(index + 1));
}

describe('words that were sealed', () => {
  test('open again where they belong, whatever was written', () => {
    expect(seal.tryOpen(seal.seal(WORDS, PLACE), PLACE)).toBe(WORDS);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seal.tryOpen(seal.seal(text, PLACE), PLACE)).toBe(text);
      }),
    );
  });

  test('show nothing of themselves, and look different each time', () => {
    const [one, other] = [letters(seal.seal(WORDS, PLACE)), letters(seal.seal(WORDS, PLACE))];
    expect(looksSealed(one)).toBe(true);
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('afraid');
  });

  test('do not open for another row or another column', () => {
    const sealed = seal.seal(WORDS, PLACE);
    expect(seal.tryOpen(sealed, PLACE.replace(/1$/, '2'))).toBeNull();
    expect(seal.tryOpen(sealed, PLACE.replace('words', 'notes'))).toBeNull();
  });

  test('do not open when any letter of them is another one', () => {
    const sealed = seal.seal(WORDS, PLACE);
    // The last letter carries two bits that no byte needs.
    const opened = Array.from({ length: letters(sealed).length - 1 }, (_, index) =>
      seal.tryOpen(changedAt(sealed, index), PLACE),
    );
    expect(opened.filter((text) => text !== null)).toEqual([]);
    expect(seal.tryOpen(asSealed(letters(sealed).slice(0, -4)), PLACE)).toBeNull();
  });

  test('do not open with another secret, and do with the former one', () => {
    const sealed = former.seal(WORDS, PLACE);
    expect(seal.tryOpen(sealed, PLACE)).toBeNull();
    expect(makeSeal(SECRET, FORMER).tryOpen(sealed, PLACE)).toBe(WORDS);
  });

  test('are sealed with the present secret, whatever the former one was', () => {
    const sealed = makeSeal(SECRET, FORMER).seal(WORDS, PLACE);
    expect(letters(sealed).startsWith(seal.mark)).toBe(true);
    expect(former.mark).not.toBe(seal.mark);
  });
});

test('where nothing was said, nothing is sealed', () => {
  expect(letters(seal.seal('', PLACE))).toBe('');
  expect(seal.tryOpen(asSealed(''), PLACE)).toBe('');
});

test('words as people write them do not look sealed', () => {
  for (const text of [WORDS, 'a', 'AAAAAAAA.', `AAAAAAAA.${'a'.repeat(38)}`, `AAAAAAAA.${'a b'.repeat(20)}`])
    expect(looksSealed(text)).toBe(false);
});

test('a digest is the same for the same words, and another one with another secret', () => {
  expect(seal.digest(WORDS)).toBe(makeSeal(SECRET).digest(WORDS));
  expect(seal.digest(WORDS)).not.toBe(former.digest(WORDS));
});

test.each([
  ['a few words are opened once', WORDS, PLACE, 1],
  ['long ones each time: they would fill the memory', WORDS.repeat(100), PLACE, 2],
  [
    'what proves who somebody is each time: it stays nowhere',
    WORDS,
    'auth.authenticators.sealed_secret a',
    2,
  ],
  ['the key of a file each time: once its row is gone nobody has it', WORDS, 'platform.files.key a', 2],
])('%s', (_what, text, place, times) => {
  const opening = vi.spyOn(crypto, 'createDecipheriv');
  syncBuiltinESMExports();
  onTestFinished(() => {
    opening.mockRestore();
    syncBuiltinESMExports();
  });
  const sealed = seal.seal(text, place);
  for (const _time of [1, 2]) expect(seal.tryOpen(sealed, place)).toBe(text);
  expect(opening).toHaveBeenCalledTimes(times);
});
