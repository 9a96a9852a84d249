import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { connect } from './connect.ts';

const { db, appUrl, ownerUrl } = await testDatabase();

test('a statement that comes again is prepared once, with its values each time', async () => {
  const seen = await db.connection().execute(async (one) => {
    const asked: unknown[] = [];
    for (const value of [1, 2, 3]) {
      const { rows } = await sql<{ n: number }>`select ${value}::int + 1 as n`.execute(one);
      asked.push(rows[0]?.n);
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements
      where statement like 'select $1::int + 1%'`.execute(one);
    return [...asked, rows[0]?.n];
  });
  expect(seen).toEqual([2, 3, 4, 1]);
});

test('statements without end are not prepared without end', async () => {
  const count = await db.connection().execute(async (one) => {
    for (let each = 0; each < 600; each++)
      await sql`select ${each}::int as ${sql.ref(`n${each}`)}`.execute(one);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(
      one,
    );
    return rows[0]?.n;
  });
  expect(count).toBeLessThanOrEqual(500);
});

test('a statement that fails can be asked again', async () => {
  const divide = (by: number) => sql<{ n: number }>`select 6 / ${by}::int as n`.execute(db);
  await expect(divide(0)).rejects.toThrow('division by zero');
  expect((await divide(2)).rows[0]?.n).toBe(3);
});

test('two processes give a statement the same name, in whatever order they ask', async () => {
  const texts = ['select 101 as n', 'select 102 as n'];
  const namesOf = async (asked: readonly string[]) => {
    const process = connect(appUrl, { seal: testSeal, most: 1 });
    try {
      for (const text of asked) await sql.raw(text).execute(process.db);
      const { rows } = await sql<{ name: string; statement: string }>`
        select name, statement from pg_prepared_statements where statement = any(${texts})
        order by statement`.execute(process.db);
      return rows;
    } finally {
      await process.close();
    }
  };
  const names = await namesOf(texts);
  expect(names.map(({ statement }) => statement)).toEqual(texts);
  expect(await namesOf(texts.toReversed())).toEqual(names);
});

test('what was prepared before a migration by a newer version is prepared anew', async () => {
  await runAs(
    ownerUrl,
    'create table public.beds (id int); insert into beds values (1); grant select on beds to otonari_app',
  );
  const process = connect(appUrl, { seal: testSeal, most: 1 });
  const ask = async (one = process.db) => (await sql`select * from public.beds`.execute(one)).rows;
  const askAll = async () => (await sql`select *, 2 as more from public.beds`.execute(process.db)).rows;
  try {
    expect([await ask(), await askAll()]).toEqual([[{ id: 1 }], [{ id: 1, more: 2 }]]);
    await runAs(ownerUrl, 'alter table beds add column note text');
    expect(await ask()).toEqual([{ id: 1, note: null }]);
    await runAs(ownerUrl, 'alter table beds add column size int');
    await expect(process.db.transaction().execute((tx) => ask(tx))).rejects.toThrow('result type');
    expect(await process.db.transaction().execute((tx) => ask(tx))).toEqual([
      { id: 1, note: null, size: null },
    ]);
    expect(await askAll()).toEqual([{ id: 1, note: null, size: null, more: 2 }]);
  } finally {
    await process.close();
  }
});
