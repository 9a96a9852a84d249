import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { until } from '../../../../test/support/until.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { defineDrafts } from './drafts.ts';
import { draftBehind, takeDraft } from './signing-in.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const page = '/plays/summary';
const drafts = defineDrafts({ kind: 'plays.play', page });
const write = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(db, work);
const wordsOf = async (personId: string) => (await drafts.find(db, personId))?.fields['words'];

/** Sends somebody's draft, and meanwhile does something else, which may have to wait. */
async function whileSending(personId: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const [held, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const sending = write(async (tx) => {
    await drafts.find(tx, personId, 'locked');
    held.resolve();
    await goOn.promise;
    await drafts.drop(tx, personId);
  });
  await held.promise;
  const rival = meanwhile();
  const isWaiting = until(async () => {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(db);
    return rows.length > 0;
  });
  await Promise.race([rival, isWaiting]);
  goOn.resolve();
  await Promise.all([sending, rival]);
}

test('one that is given while another is sent is not dropped in its place', async () => {
  const maya = crypto.randomUUID();
  await write((tx) => drafts.keep(tx, { personId: maya, fields: { words: 'at home' }, now }));
  const cookie = await write((tx) => drafts.keepForVisitor(tx, { fields: { words: 'at the library' }, now }));
  const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' });
  const id = await draftBehind(db, { headers, back: page, now });
  await whileSending(maya, () => write((tx) => takeDraft(tx, { id, personId: maya, now })));
  expect(await wordsOf(maya)).toBe('at the library');
  await write((tx) => drafts.drop(tx, maya));
  expect(await wordsOf(maya)).toBeUndefined();
});

test('one that is being sent is found by no second window, and what is kept meanwhile is a draft of its own', async () => {
  const maya = crypto.randomUUID();
  const keep = (words: string) => write((tx) => drafts.keep(tx, { personId: maya, fields: { words }, now }));
  await keep('one');
  let found: unknown = 'not asked';
  await whileSending(maya, async () => {
    found = await write((tx) => drafts.find(tx, maya, 'locked'));
  });
  expect(found).toBeNull();
  await keep('two');
  await whileSending(maya, () => keep('three'));
  expect((await drafts.find(db, maya))?.earlier).toEqual([]);
  expect(await wordsOf(maya)).toBe('three');
});
