import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../persons/commands.ts';
import { insertRole } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const sinceOn = Temporal.PlainDate.from('2026-11-24');

const named = async (name: string) => (await inTransaction(db, (tx) => createPerson(tx, { name, now }))).id;
const rename = (tx: Database, id: string, kana: string) =>
  sql`update people.persons set kana = ${kana}, sort_key = ${kana} where id = ${id}`.execute(tx);
const grant = (personId: string) =>
  inTransaction(db, (tx) => insertRole(tx, { personId, role: 'volunteer', sinceOn }));

async function outOfOrder(): Promise<unknown[]> {
  const { rows } = await sql`
    select r.id from people.roles r join people.persons p on p.id = r.person_id where r.sort_key <> p.sort_key`.execute(
    db,
  );
  return rows;
}

test('a role stands in the order of its person’s name, also after that has changed and whoever writes', async () => {
  const id = await named('田中 さくら');
  await grant(id);
  expect(await outOfOrder()).toEqual([]);
  await rename(db, id, 'あおき');
  expect(await outOfOrder()).toEqual([]);
  await sql`update people.roles set sort_key = 'elsewhere' where person_id = ${id}`.execute(db);
  expect(await outOfOrder()).toEqual([]);
});

test('a role that is given while a name changes waits for it', async () => {
  const id = await named('鈴木 一郎');
  let granted: Promise<unknown> = Promise.resolve();
  await inTransaction(db, async (tx) => {
    await rename(tx, id, 'いとう');
    granted = grant(id);
    await Promise.race([granted, somebodyWaits()]);
  });
  await granted;
  expect(await outOfOrder()).toEqual([]);
});

async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where not granted`.execute(db);
    if (rows.length > 0) return;
  }
}
