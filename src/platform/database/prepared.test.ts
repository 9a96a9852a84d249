import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';

const { db } = await testDatabase();

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
