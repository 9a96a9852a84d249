import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../persons/commands.ts';
import { addPause, changeWeeklyHours } from './commands.ts';
import { findAvailability, insertPause, replaceWeeklyHours } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const today = Temporal.PlainDate.from('2026-11-24');

let id: string;
beforeEach(async () => {
  const weekly = [{ weekday: 2, startMinute: 540, endMinute: 720 }];
  id = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Aya', weekly, now }))).id;
});

const change = (...ticks: string[]) => inTransaction(db, (tx) => changeWeeklyHours(tx, id, { ticks, now }));
const hours = async () =>
  (await findAvailability(db, id, today)).weekly.map(
    ({ weekday, startMinute, endMinute }) => `${weekday}: ${startMinute}-${endMinute}`,
  );

describe('changeWeeklyHours', () => {
  it('keeps finer hours when the boxes are as they were', async () => {
    await change('2-600');
    expect(await hours()).toEqual(['2: 540-720']);
  });

  it('takes the boxes when they differ', async () => {
    await change('2-600', '2-720', '7-510');
    expect(await hours()).toEqual(['2: 600-840', '7: 510-600']);
  });

  it('can end all hours', async () => {
    await change();
    expect(await hours()).toEqual([]);
  });

  it('ends with the hours of one of two forms that are sent at once', async () => {
    await Promise.all([change('1-510'), change('3-510')]);
    expect(['1: 510-600', '3: 510-600']).toContain((await hours()).join());
  });
});

describe('replaceWeeklyHours', () => {
  it('can’t write hours that overlap', async () => {
    const overlapping = [
      { weekday: 1, startMinute: 540, endMinute: 660 },
      { weekday: 1, startMinute: 600, endMinute: 720 },
    ];
    await expect(inTransaction(db, (tx) => replaceWeeklyHours(tx, id, overlapping))).rejects.toThrow(
      'weekly_hours_once',
    );
  });
});

describe('addPause', () => {
  const pause = { fromOn: today, untilOn: today.add({ days: 7 }) };

  it('lets only one of two that meet through', async () => {
    const add = () => inTransaction(db, (tx) => addPause(tx, id, { pause, now }));
    const outcomes = await Promise.all([add(), add()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await findAvailability(db, id, today)).pauses).toHaveLength(1);
  });

  it('has a wall behind it in the database', async () => {
    await inTransaction(db, (tx) => insertPause(tx, id, pause));
    const meeting = { fromOn: today.add({ days: 6 }), untilOn: null };
    await expect(inTransaction(db, (tx) => insertPause(tx, id, meeting))).rejects.toThrow('pauses_once');
  });
});
