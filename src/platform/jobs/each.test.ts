import { expect, test } from 'vitest';
import { forEachByItself } from './each.ts';

/** Who had their turn when some of three fail. */
async function turns(failing: Readonly<Record<number, Error>>): Promise<{ had: number[]; problem: unknown }> {
  const had: number[] = [];
  const doing = forEachByItself([1, 2, 3], async (item) => {
    had.push(item);
    if (failing[item]) throw failing[item];
  });
  return { had, problem: await doing.then(() => null, String) };
}

test('everybody has their turn, and the first problem is told afterwards', async () => {
  expect(await turns({})).toEqual({ had: [1, 2, 3], problem: null });
  const failing = { 1: new Error('the first'), 2: new Error('the second') };
  expect(await turns(failing)).toEqual({ had: [1, 2, 3], problem: 'Error: the first' });
});

test('nobody else is tried while the database is away', async () => {
  const away = Object.assign(new Error('gone'), { code: '57P01' });
  expect(await turns({ 2: away })).toEqual({ had: [1, 2], problem: 'Error: gone' });
});
