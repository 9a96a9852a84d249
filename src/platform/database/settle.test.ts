import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { freezingWayTo } from '../../../test/support/freezing.ts';
import { connect } from './connect.ts';
import { inTransaction, isDatabaseAway } from './transaction.ts';

const { db, appUrl } = await testDatabase();
const HASTY = { statement: 50, lock: 50, idleInTransaction: 30_000, silence: 500 };

const way = await freezingWayTo(appUrl);
const [hasty, throughWay] = [hastily(appUrl), hastily(way.url)];

function hastily(url: string) {
  const connection = connect(url, { seal: testSeal, most: 1, waiting: HASTY });
  afterAll(() => connection.close());
  return connection;
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (problem: unknown) => problem,
  );

test('every connection is the application’s role and waits within bounds', async () => {
  const { rows } = await sql<Record<string, string>>`
    select current_user as role, current_setting('TimeZone') as zone, current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`.execute(
    db,
  );
  expect(rows[0]).toEqual({ role: 'otonari_app', zone: 'UTC', statement: '15s', lock: '5s', idle: '30s' });
});

test('a statement that takes too long is the database having no time', async () => {
  const problem = await problemOf(sql`select pg_sleep(60)`.execute(hasty.db));
  expect(problem).toMatchObject({ code: '57014' });
  expect(isDatabaseAway(problem)).toBe(true);
});

test('so is a lock that somebody else holds', async () => {
  await inTransaction(db, async (tx) => {
    await sql`lock table platform.settings in exclusive mode`.execute(tx);
    const rival = inTransaction(hasty.db, (other) =>
      sql`set local statement_timeout = 0; lock table platform.settings in exclusive mode`.execute(other),
    );
    const problem = await problemOf(rival);
    expect(problem).toMatchObject({ code: '55P03' });
    expect(isDatabaseAway(problem)).toBe(true);
  });
});

test('long work asks for more time in its transaction', async () => {
  const { rows } = await inTransaction(hasty.db, async (tx) => {
    await sql`set local statement_timeout = '20s'`.execute(tx);
    return await sql<{ done: number }>`select 1 as done from pg_sleep(0.2)`.execute(tx);
  });
  expect(rows).toEqual([{ done: 1 }]);
});

test('a database that freezes over a question gives its connection back, and the next question is answered', async () => {
  const ask = () => sql<{ n: number }>`select ${1}::int as n`.execute(throughWay.db);
  await ask();
  way.freeze();
  const problem = await problemOf(ask());
  expect(isDatabaseAway(problem)).toBe(true);
  way.thaw();
  expect((await ask()).rows).toEqual([{ n: 1 }]);
});
