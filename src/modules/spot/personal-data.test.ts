import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { personalData } from './personal-data.ts';

const { db } = await testDatabase();

test('every column of a table of requests is in the map, and the map knows no other', async () => {
  const found = await sql<{ name: string }>`
    select c.table_schema || '.' || c.table_name || '.' || c.column_name as name from information_schema.columns c
    where c.table_schema = 'spot'`.execute(db);
  const mapped = Object.entries(personalData).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(mapped.sort()).toEqual(found.rows.map(({ name }) => name).sort());
});

test('what was written about health, children or danger is forgotten', () => {
  const sensitive = Object.values(personalData)
    .flatMap((columns) => Object.entries(columns))
    .flatMap(([name, column]) =>
      column !== 'none' && column.class === 'sensitive' ? [{ name, ...column }] : [],
    );
  const words = sensitive.filter(({ name }) => name.endsWith('_words'));
  expect(words.length).toBeGreaterThan(3);
  expect(words.filter(({ rule }) => rule.keep === 'as_long_as_row')).toEqual([]);
});
