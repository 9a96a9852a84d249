import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import { openProduct } from '../support/product.ts';

const { house } = await openProduct();

test('the queue can read when each task runs by itself: one line that it cannot stops them all', () => {
  const timed = house.parts.tasks.filter(({ cron }) => cron !== undefined);
  expect(timed.length).toBeGreaterThan(10);
  const unread = timed.filter(({ name, cron }) => {
    try {
      parseCrontab(`${cron} ${name}`);
      return false;
    } catch {
      return true;
    }
  });
  expect(unread.map(({ name, cron }) => `${cron} ${name}`)).toEqual([]);
});
