import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectTolerant, testDatabase } from '../../../../test/support/database.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forget } from '../../../platform/rights/forget.ts';
import { defineDrafts } from './drafts.ts';
import { personalData } from './personal-data.ts';
import { draftBehind, forgetDraftOf, takeDraft } from './signing-in.ts';

const { db, appUrl } = await testDatabase();
const tolerant = connectTolerant(appUrl);
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const later = now.add({ minutes: 59 });
const page = '/plays/summary';
const drafts = defineDrafts({ kind: 'plays.play', page, filesOf: ({ photos = [] }) => [photos].flat() });

const write = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(db, work);
const anybody = () => crypto.randomUUID();
/** Fills in a form as a visitor. @returns what the browser sends from then on */
async function visitor(words: string): Promise<Headers> {
  const cookie = await write((tx) => drafts.keepForVisitor(tx, { fields: { words }, now }));
  return new Headers({ cookie: cookie.split(';')[0] ?? '' });
}
const behind = (headers: Headers, back = page, at = later) => draftBehind(db, { headers, back, now: at });
const take = (id: string | null, personId: string, at = later) =>
  write((tx) => takeDraft(tx, { id, personId, now: at }));
const wordsOf = async (personId: string) => (await drafts.find(db, personId))?.fields['words'];

test('each sending is a version, and the last ones before it are known', async () => {
  const personId = anybody();
  for (const words of ['one', 'two', 'three', 'four', 'five'])
    await write((tx) => drafts.keep(tx, { personId, fields: { words }, now }));
  const draft = await drafts.find(db, personId);
  const five = draft?.version ?? 0;
  expect(draft?.fields['words']).toBe('five');
  expect(draft?.earlier.map(({ version, fields }) => [version, fields['words']])).toEqual([
    [five - 1, 'four'],
    [five - 2, 'three'],
    [five - 3, 'two'],
  ]);
  expect(await drafts.find(db, anybody())).toBeNull();
  await write((tx) => drafts.drop(tx, personId));
  expect(await drafts.find(db, personId)).toBeNull();
});

test('no version of one draft is a version of another', async () => {
  const personId = anybody();
  const seen = new Set<number | undefined>();
  for (const words of ['one', 'two', 'three']) {
    await write((tx) => drafts.keep(tx, { personId, fields: { words }, now }));
    seen.add((await drafts.find(db, personId))?.version);
    await write((tx) => drafts.drop(tx, personId));
  }
  expect(seen.size).toBe(3);
});

test('one that does not open is none: its form begins empty', async () => {
  const personId = anybody();
  await write((tx) => drafts.keep(tx, { personId, fields: { words: 'x' }, now }));
  await sql`update forms.drafts set fields = overlay(fields placing 'AAAA' from 30) where person_id = ${personId}`.execute(
    db,
  );
  expect(await drafts.find(tolerant.db, personId)).toBeNull();
  expect(tolerant.unread).toHaveLength(1);
});

test('a visitor’s is taken over once, by whoever signed in with the attempt that began from it', async () => {
  const [maya, thief] = [anybody(), anybody()];
  const id = await behind(await visitor('Maya’s words'));
  expect([await take(id, maya), await take(id, thief)]).toEqual([true, false]);
  expect([await wordsOf(maya), await wordsOf(thief)]).toEqual(['Maya’s words', undefined]);
});

test('a sign-in that leads elsewhere, another browser and a made-up cookie find nothing', async () => {
  const headers = await visitor('private');
  expect(await behind(headers, '/me')).toBeNull();
  expect(await behind(new Headers())).toBeNull();
  for (const token of ['a'.repeat(32), 'a', '../'.repeat(11), anybody()])
    expect(await behind(new Headers({ cookie: `__Host-draft=${token}` }))).toBeNull();
  const [row] = await db.selectFrom('forms.drafts').selectAll().where('browser', 'is not', null).execute();
  expect(await behind(new Headers({ cookie: `__Host-draft=${row?.browser}` }))).toBeNull();
  expect(await behind(headers)).not.toBeNull();
});

test('two who fill in the form in one browser, one after the other, each get their own', async () => {
  const [maya, aya] = [anybody(), anybody()];
  const first = await behind(await visitor('Maya’s words'));
  const second = await behind(await visitor('Aya’s words'));
  await take(second, aya);
  await take(first, maya);
  expect([await wordsOf(maya), await wordsOf(aya)]).toEqual(['Maya’s words', 'Aya’s words']);
});

test('signing out in the browser deletes it, also for an attempt that has begun', async () => {
  const headers = await visitor('private');
  const id = await behind(headers);
  expect(await write((tx) => forgetDraftOf(tx, headers))).toHaveLength(1);
  expect([await behind(headers), await take(id, anybody())]).toEqual([null, false]);
  expect(await write((tx) => forgetDraftOf(tx, new Headers()))).toEqual([]);
});

test('lies upon what was begun before, which is there again afterwards', async () => {
  const maya = anybody();
  await write((tx) => drafts.keep(tx, { personId: maya, fields: { words: 'before' }, now }));
  await take(await behind(await visitor('now')), maya);
  expect(await wordsOf(maya)).toBe('now');
  await write((tx) => drafts.drop(tx, maya));
  expect(await wordsOf(maya)).toBe('before');
});

test('after an hour a visitor’s is nobody’s, and gone; a person’s stays for thirty days, with its files', async () => {
  const personId = anybody();
  const headers = await visitor('late');
  const id = await behind(headers);
  const hour = now.add({ hours: 1 });
  expect([await behind(headers, page, hour), await take(id, personId, hour)]).toEqual([null, false]);
  await write((tx) => drafts.keep(tx, { personId, fields: { words: 'x', photos: ['a', 'b'] }, now }));
  await forget(db, [personalData], now.add({ hours: 25 }));
  const rows = await db.selectFrom('forms.drafts').select(['person_id', 'file_ids']).execute();
  expect(rows.filter((row) => row.person_id === null)).toEqual([]);
  expect(rows.find((row) => row.person_id === personId)?.file_ids).toEqual(['a', 'b']);
  await forget(db, [personalData], now.add({ hours: 24 * 31 }));
  expect(await drafts.find(db, personId)).toBeNull();
});
