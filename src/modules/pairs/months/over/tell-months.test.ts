import { expect, test } from 'vitest';
import { testHouse } from '../../../../../test/support/house.ts';
import { pairOfTwo } from '../../../../../test/support/pair-of-two.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { endByHouse } from '../../closing/end-pair.ts';
import { completeDue } from '../../closing/jobs.ts';
import { pairsModule } from '../../module.ts';
import { lookAfterPairs } from '../jobs.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const on = (day: string) => {
  const now = Temporal.Instant.from(`${day}T09:00:00+09:00`);
  clock.set(now);
  return now;
};

/** Which months of a pair were told of, and in which months they were over. */
async function told(pairId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.events')
    .select('ids')
    .where('type', '=', 'people.deed.done')
    .orderBy('sequence')
    .execute();
  const all = rows
    .map(({ ids }) => ids as Record<string, string>)
    .filter((ids) => ids['objectId'] === pairId);
  return all.map(({ part, month }) => `${part} ${month}`);
}

test('each month of a pair that is over is told of once, the last one with its end', async () => {
  on('2026-01-20');
  const { id } = await pairOfTwo(house, { startedOn: '2026-01-31' });
  await lookAfterPairs(db, on('2026-02-27'));
  expect(await told(id)).toEqual([]);
  for (const day of ['2026-02-28', '2026-03-01', '2026-04-30']) await lookAfterPairs(db, on(day));
  expect(await told(id)).toEqual(['1 2026-02', '2 2026-03', '3 2026-04']);
  for (const again of ['2026-07-31', '2026-08-01']) await completeDue(db, on(again));
  expect(await told(id)).toEqual([
    '1 2026-02',
    '2 2026-03',
    '3 2026-04',
    '4 2026-05',
    '5 2026-06',
    '6 2026-07',
  ]);
});

test('of a pair that ended early the months that were over', async () => {
  on('2026-01-20');
  const { id } = await pairOfTwo(house, { startedOn: '2026-02-10' });
  const doer = { personId: null, party: 'house', now: on('2026-04-20') } as const;
  const ended = await inTransaction(db, (tx) => endByHouse(tx, { pairId: id, doer, left: 'resident' }));
  expect(ended.ok).toBe(true);
  expect(await told(id)).toEqual(['1 2026-03', '2 2026-04']);
});
