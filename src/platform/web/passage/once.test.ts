import { expect, test } from 'vitest';
import { digestOf } from './once.ts';

const typed = (note: string, key: string) =>
  new Map([
    ['note', [note]],
    ['idempotency_key', [key]],
  ]);
const photo = (name: string, bytes: number) => new Map([['photo', new File([new Uint8Array(bytes)], name)]]);

test('the same sent twice has the same digest, whatever its key', () => {
  expect(digestOf('/notes', typed('a', '1'), photo('a.jpg', 3))).toBe(
    digestOf('/notes', typed('a', '2'), photo('a.jpg', 3)),
  );
});

test('another place, other words, another photo or no photo are something else', () => {
  const digests = [
    digestOf('/notes', typed('a', '1')),
    digestOf('/letters', typed('a', '1')),
    digestOf('/notes', typed('b', '1')),
    digestOf('/notes', typed('a', '1'), photo('a.jpg', 3)),
    digestOf('/notes', typed('a', '1'), photo('a.jpg', 4)),
    digestOf('/notes', typed('a', '1'), photo('b.jpg', 3)),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});
