import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { entryOf, PROGRAM } from '../audit/record.ts';
import { readDay, readInstant } from './connect.ts';
import { ask, askTogether, orNull, question, rowsOf, standingQuestion } from './questions.ts';
import { executeStanding, standing } from './standing.ts';

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

let built = 0;
const standingNames = standingQuestion<
  { names: readonly string[]; suffix: string },
  { name: string },
  string[]
>(
  ({ names, suffix }) => {
    built += 1;
    return sql`select name || ${suffix}::text as name from unnest(${names}::text[]) as name`;
  },
  (rows, { names }) => rows.map(({ name }) => `${name} of ${names.length}`),
);

test('a standing question is built once, and answers what it was given each time', async () => {
  const first = await ask(db, standingNames({ names: ['a', 'b'], suffix: '!' }));
  const before = built;
  expect(await ask(db, standingNames({ suffix: '?', names: ['c'] }))).toEqual(['c? of 1']);
  expect([first, built]).toEqual([['a! of 2', 'b! of 2'], before]);
});

test('one statement is asked twice in one trip, and beside others that do not stand', async () => {
  const [one, other] = [
    standingNames({ names: ['a'], suffix: '1' }),
    standingNames({ names: ['b'], suffix: '2' }),
  ];
  expect(await askTogether(db, { one, other })).toEqual({ one: ['a1 of 1'], other: ['b2 of 1'] });
  expect(await askTogether(db, { one: other, other: one })).toEqual({ one: ['b2 of 1'], other: ['a1 of 1'] });
  const mixed = await askTogether(db, { one, plain: rowsNamed('a') });
  expect([mixed.one, mixed.plain.length]).toEqual([['a1 of 1'], 1]);
});

test('what is written beside a question is written with the values of now', async () => {
  const at = Temporal.Instant.from('2026-11-24T00:00:00Z');
  const writing = (action: string) => entryOf(PROGRAM, { action, outcome: 'done' }, at);
  for (const name of ['x', "y'"])
    expect(
      await askTogether(db, { one: standingNames({ names: [name], suffix: '' }) }, writing(name)),
    ).toEqual({
      one: [`${name} of 1`],
    });
  await askTogether(db, { plain: rowsNamed('a') }, writing('z'));
  const entries = await db.selectFrom('audit.entries').select('action').orderBy('id').execute();
  expect(entries.map(({ action }) => action)).toEqual(['x', "y'", 'z']);
});

test('standing statements of other names are other statements', async () => {
  const said = standing<{ value: string }>(({ value }) => sql`select ${value}::text as said`);
  const look = (name: string, value: string) =>
    executeStanding<{ said: string }>(db, { [name]: said({ value }) }, (of) => sql`${of[name]}`);
  expect(
    [await look('a', '1'), await look('b', '2'), await look('a', '3')].flat().map((row) => row.said),
  ).toEqual(['1', '2', '3']);
});

test('the rows of a query are the same whether it is asked by itself or with others', async () => {
  await db
    .insertInto('platform.development_mail')
    .values({
      recipient: 'a@b.example',
      subject: '"',
      body: '𠮷',
      sent_at: readInstant('2026-11-24T01:00:00.5Z'),
    })
    .execute();
  const query = db.selectFrom('platform.development_mail').selectAll().where('subject', '=', '"');
  const asked = await ask(db, rowsOf(query, { sent_at: readInstant }));
  expect(asked).toEqual(await query.execute());
  expect(asked).toHaveLength(1);
});
