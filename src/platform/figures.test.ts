import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { settableClock } from './clock.ts';
import { question } from './database/questions.ts';
import { countFiguresTask, type Figure, readFigure } from './figures.ts';

const { db } = await testDatabase();
const clock = settableClock('2026-11-24T09:00:00+09:00');

/** How many keys there are of each length up to now, the longest first. */
const keys: Figure<readonly [length: number, count: number][]> = {
  name: 'test.keys',
  asks: (now) =>
    question<{ length: number; count: number }, [number, number][]>(
      sql`select char_length(key) as length, count(*) as count from platform.sent_mail
        where sent_at <= ${now} group by 1 order by 1 desc`,
      (rows) => rows.map(({ length, count }) => [length, count]),
    ),
};
const read = () => readFigure(db, keys, clock());
const send = (key: string) =>
  sql`insert into platform.sent_mail (key, sent_at) values (${key}, ${clock()})`.execute(db);
const log = pino({ level: 'silent' });
const count = () => countFiguresTask([keys]).run({}, { db, clock, log });

test('what nobody has counted is counted at once; then it is what was counted last, in its order', async () => {
  expect(await read()).toEqual([]);
  for (const key of ['a', 'b', 'long']) await send(key);
  const first = [
    [4, 1],
    [1, 2],
  ];
  expect(await read()).toEqual(first);
  await count();
  clock.advance({ minutes: 5 });
  await send('c');
  expect(await read()).toEqual(first);
  await count();
  expect(await read()).toEqual([
    [4, 1],
    [1, 3],
  ]);
});

test('a figure that cannot be counted keeps no other from being counted, and the job is tried again', async () => {
  const broken: Figure<null> = { name: 'test.broken', asks: () => question(sql`select 1 / 0`, () => null) };
  await send('another');
  await expect(countFiguresTask([broken, keys]).run({}, { db, clock, log })).rejects.toThrow(
    'division by zero',
  );
  expect(await read()).toContainEqual([7, 1]);
});

test('what was nothing when it was counted stays nothing until it is counted anew', async () => {
  await sql`delete from platform.sent_mail`.execute(db);
  await count();
  await send('d');
  expect(await read()).toEqual([]);
});
