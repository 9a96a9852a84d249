import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { findChainBreak, listEntriesToldTo } from './read.ts';
import { PROGRAM, recordAudit } from './record.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T00:00:00Z');
const TOLD = ['people.profile.viewed'];
const anna = '00000000-0000-4000-8000-000000000001';
const ben = '00000000-0000-4000-8000-000000000002';

const write = (action: string, subjectIds: readonly string[] = []) =>
  db.transaction().execute((tx) => recordAudit(tx, PROGRAM, { action, outcome: 'done', subjectIds }, now));

test('an entry is written for each person whose record it was, and the chain holds', async () => {
  await write('people.profile.viewed', [anna, ben, anna]);
  expect(await listEntriesToldTo(db, anna, { told: TOLD })).toHaveLength(1);
  expect((await listEntriesToldTo(db, ben, { told: TOLD }))[0]).toMatchObject({
    action: 'people.profile.viewed',
    actorRole: 'program',
  });
  expect(await findChainBreak(db)).toBeNull();
});

test('whoever an entry is about is told of their own acts and of those decided upon, and of nothing else', async () => {
  const cleo = '00000000-0000-4000-8000-000000000003';
  const of = (personId: string, action: string) =>
    db
      .transaction()
      .execute((tx) =>
        recordAudit(
          tx,
          { personId, role: 'coordinator' },
          { action, outcome: 'seen', subjectIds: [cleo] },
          now,
        ),
      );
  for (const action of ['trust.concern.viewed', 'nobody.has.decided', 'people.profile.viewed'])
    await of(ben, action);
  await of(cleo, 'nobody.has.decided');
  const told = await listEntriesToldTo(db, cleo, { told: TOLD });
  expect(told.map(({ actorId, action }) => [actorId, action])).toEqual([
    [cleo, 'nobody.has.decided'],
    [ben, 'people.profile.viewed'],
  ]);
});

test('twenty transactions at once make one chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => write(`test.rival_${index}`, [anna])));
  const rows = await db.selectFrom('audit.entries').select('position').orderBy('position').execute();
  expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
  expect(await findChainBreak(db)).toBeNull();
});

test('an entry of a transaction that was rolled back is not there', async () => {
  const undone = db.transaction().execute(async (tx) => {
    await recordAudit(tx, PROGRAM, { action: 'test.undone', outcome: 'done' }, now);
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  const rows = await db
    .selectFrom('audit.entries')
    .select('id')
    .where('action', '=', 'test.undone')
    .execute();
  expect(rows).toEqual([]);
});

test.each([
  'update audit.entries set action = $$x$$',
  'delete from audit.entries',
  'update audit.chain set position = 0',
  'truncate audit.entries',
])('the application may not %s', async (statement) => {
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied/);
});

test('the owner of the table may not change an entry either', async () => {
  await expect(runAs(ownerUrl, "update audit.entries set action = 'x'")).rejects.toThrow(
    'audit entries are never changed',
  );
});

test('the application may not make tables', async () => {
  await expect(sql`create table public.mine (id int)`.execute(db)).rejects.toThrow(/permission denied/);
});

test('an entry changed behind the trigger is found by its position', async () => {
  await runAs(ownerUrl, 'alter table audit.entries disable trigger refuse_change');
  await runAs(ownerUrl, "update audit.entries set action = 'test.forged' where position = 3");
  expect(await findChainBreak(db)).toBe(3);
});

test('a missing entry is found', async () => {
  await runAs(ownerUrl, 'delete from audit.entries where position = 2');
  expect(await findChainBreak(db)).toBe(3);
});
