import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('however much comes at once, one piece runs at a time, in order, and others get a turn between two', async () => {
  const inTurn = oneAtATime();
  const seen: string[] = [];
  const piece = (name: string) =>
    inTurn(async () => {
      seen.push(`${name} begins`);
      await nextTurn();
      seen.push(`${name} ends`);
      return name;
    });
  const all = Promise.all(['a', 'b', 'c'].map(piece));
  setImmediate(() => seen.push('help now'));
  expect(await all).toEqual(['a', 'b', 'c']);
  expect(seen.filter((one) => one !== 'help now')).toEqual(
    ['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  expect(seen.indexOf('help now')).toBeLessThan(seen.indexOf('b begins'));
});

test('a piece that fails is told to whoever asked for it, and holds up no other', async () => {
  const inTurn = oneAtATime();
  const fails = inTurn(() => Promise.reject(new Error('no dictionary')));
  const next = inTurn(async () => 'read');
  await expect(fails).rejects.toThrow('no dictionary');
  expect(await next).toBe('read');
});
