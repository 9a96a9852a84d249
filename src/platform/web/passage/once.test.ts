import { expect, test } from 'vitest';
import { digestOf } from './once.ts';

const typed = (note: string, key: string) =>
  new Map([
    ['note', [note]],
    ['idempotency_key', [key]],
  ]);
const photo = (name: string, bytes: number) => new Map([['photo', new File([new Uint8Array(bytes)], name)]]);

test('the same sent twice has the same digest, whatever its key', () => {
  expect(digestOf(typed('a', '1'), photo('a.jpg', 3))).toBe(digestOf(typed('a', '2'), photo('a.jpg', 3)));
});

test('other words, another photo or no photo are something else', () => {
  const digests = [
    digestOf(typed('a', '1')),
    digestOf(typed('b', '1')),
    digestOf(typed('a', '1'), photo('a.jpg', 3)),
    digestOf(typed('a', '1'), photo('a.jpg', 4)),
    digestOf(typed('a', '1'), photo('b.jpg', 3)),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});
