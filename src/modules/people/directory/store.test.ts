import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { countRowsRead, hear } from '../../../../bench/growth/statements.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../persons/commands.ts';
import { findIdsByName, searchPersons } from './store.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const on = Temporal.PlainDate.from('2026-11-24');
const search = (words: string) => searchPersons(db, { words, role: null, on, afterId: null, limit: 51 });

const named = async (name: string, email: string) => {
  const { id } = await inTransaction(db, (tx) => createPerson(tx, { name, email, now }));
  return id;
};
const tanaka = await named('田中 さくら', 'sakura@example.org');
const yoshida = await named('𠮷田 はな', 'hana@example.org');
const percent = await named('100% Ram', 'r_m@example.org');
// Enough that reading them all is told from finding some.
await sql`insert into people.persons (name, email, sort_key, search_text)
  select 'Many ' || n, 'm' || n || '@example.net', 'many' || n, 'many' || n || chr(10) || 'm' || n || '@example.net'
  from generate_series(1, 3000) n`.execute(db);

test.each([
  ['田', [tanaka, yoshida]],
  ['田中', [tanaka]],
  ['さくら 田中', [tanaka]],
  ['𠮷', [yoshida]],
  ['𠮷田', [yoshida]],
  ['0%', [percent]],
  ['r_m@', [percent]],
  ['a_a', []],
  ['中田', []],
  ['example.org', [tanaka, yoshida, percent]],
])('"%s" finds whose name or address holds it', async (words, ids) => {
  expect(new Set((await search(words)).map(({ person }) => person.id))).toEqual(new Set(ids));
  expect(new Set(await findIdsByName(db, words, 51))).toEqual(new Set(ids));
});

test('of very many the first in order are found', async () => {
  const found = await findIdsByName(db, 'many', 51);
  const { rows } = await sql<{ id: string }>`
    select id from people.persons where search_text like '%many%' order by sort_key, id limit 51`.execute(db);
  expect(found).toEqual(rows.map(({ id }) => id));
  expect((await search('many')).map(({ person }) => person.id)).toEqual(found);
});

/** How many rows each statement of some work reads. */
async function rowsReadBy(work: () => Promise<unknown>): Promise<number[]> {
  await sql`select`.execute(db);
  const statements = await hear(work);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('vacuum analyze people.persons, people.roles');
  const reads = [];
  for (const one of statements) reads.push(await countRowsRead(client, one));
  await client.end();
  return reads;
}

test.each(['田中', 'xqzw', 'many299', 'many', 'm'])(
  'looking for "%s" reads no more than some',
  async (words) => {
    const reads = await rowsReadBy(() => search(words));
    expect(reads).toHaveLength(2);
    expect(Math.max(...reads)).toBeLessThan(700);
  },
);

test('who holds a role is listed in order, page by page, without reading who does not', async () => {
  await sql`insert into people.roles (person_id, role, since_on, grant_reason)
    select id, 'volunteer', ${on}::date, '' from people.persons where search_text ~ 'many\\d*7\\n'`.execute(
    db,
  );
  await sql`insert into people.roles (person_id, role, since_on, until_on, grant_reason)
    select id, 'volunteer', ${on}::date - 9, ${on}::date, '' from people.persons where search_text ~ 'many\\d*8\\n'`.execute(
    db,
  );
  const { rows } = await sql<{ id: string }>`
    select p.id from people.persons p join people.roles r on r.person_id = p.id and r.role = 'volunteer' and r.until_on is null
    order by p.sort_key, p.id`.execute(db);
  expect(rows.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (let page = -1; page !== 0; ) {
    const afterId = found.at(-1) ?? null;
    const persons = await searchPersons(db, { words: '', role: 'volunteer', on, afterId, limit: 51 });
    found.push(...persons.map(({ person }) => person.id));
    page = persons.length;
  }
  expect(found).toEqual(rows.map(({ id }) => id));
  const one = { words: '', role: 'volunteer', on, afterId: found[100] ?? '', limit: 6 } as const;
  expect(Math.max(...(await rowsReadBy(() => searchPersons(db, one))))).toBeLessThan(100);
});
