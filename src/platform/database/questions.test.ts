import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { readDay, readInstant } from './connect.ts';
import { ask, askTogether, orNull, question } from './questions.ts';

const { db } = await testDatabase();

interface Row {
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly day: Temporal.PlainDate | null;
  readonly count: number;
  readonly languages: readonly string[];
}

const rowsNamed = (...names: string[]) =>
  question<Row, Row[]>(
    sql`
      select name, timestamptz '2026-11-24 10:00:00.123456+09' as at, null::date as day, count(*) as count,
        array['ne', 'en'] as languages
      from unnest(${names}::text[]) as name group by name order by name desc`,
    (rows) => rows.map((row) => ({ ...row, at: readInstant(row.at), day: orNull(row.day, readDay) })),
  );

test('rows come in the order of their statement, with times to the microsecond', async () => {
  const rows = await ask(db, rowsNamed('a', 'b"《', 'a'));
  const at = Temporal.Instant.from('2026-11-24T10:00:00.123456+09:00');
  expect(rows).toEqual([
    { name: 'b"《', at, day: null, count: 1, languages: ['ne', 'en'] },
    { name: 'a', at, day: null, count: 2, languages: ['ne', 'en'] },
  ]);
});

test('a day is read as what the database’s own driver makes of it', async () => {
  const statement = sql<{ day: Temporal.PlainDate }>`select date '2028-02-29' as day`;
  const days = question<{ day: Temporal.PlainDate }, string[]>(statement, (rows) =>
    rows.map(({ day }) => readDay(day).toString()),
  );
  const { rows } = await statement.execute(db);
  expect(await ask(db, days)).toEqual(rows.map(({ day }) => day.toString()));
});

test('several questions are answered under their names, one without rows with none', async () => {
  const answers = await askTogether(db, { "it's": rowsNamed('a'), none: rowsNamed() });
  expect([answers["it's"].length, answers.none]).toEqual([1, []]);
});
