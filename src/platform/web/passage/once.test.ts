import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { digestOf } from './once.ts';

const { db } = await testDatabase();

const typed = (note: string, key: string) =>
  new Map([
    ['note', [note]],
    ['idempotency_key', [key]],
  ]);
const photo = (name: string, bytes: number) => new Map([['photo', new File([new Uint8Array(bytes)], name)]]);

test('the same sent twice has the same digest, whatever its key', () => {
  expect(digestOf(db, '/notes', typed('a', '1'), photo('a.jpg', 3))).toBe(
    digestOf(db, '/notes', typed('a', '2'), photo('a.jpg', 3)),
  );
});

test('another place, other words, another photo or no photo are something else', () => {
  const digests = [
    digestOf(db, '/notes', typed('a', '1')),
    digestOf(db, '/letters', typed('a', '1')),
    digestOf(db, '/notes', typed('b', '1')),
    digestOf(db, '/notes', typed('a', '1'), photo('a.jpg', 3)),
    digestOf(db, '/notes', typed('a', '1'), photo('a.jpg', 4)),
    digestOf(db, '/notes', typed('a', '1'), photo('b.jpg', 3)),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});
