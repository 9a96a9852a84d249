import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { settableClock } from '../clock.ts';
import { defineEvents } from '../events/define.ts';
import { registerListeners } from '../events/positions.ts';
import { addJob } from './add-job.ts';
import type { Task } from './task.ts';
import { listUnknownTasks } from './unknown.ts';
import { unlockAbandoned } from './unlock.ts';
import { startWorker } from './worker.ts';

const database = await testDatabase();
const { db, pool } = database;
const clock = settableClock('2026-11-24T09:00:00+09:00');
const context = { db, clock, log: pino({ level: 'silent' }) };

const heard: string[] = [];
let failures = 0;
const { publish, hear } = defineEvents({ 'test.happened': ['what'], 'test.other': [] });
const steady = hear({
  event: 'test.happened',
  name: 'test.steady',
  handle: async ({ ids }) => void heard.push(`steady ${ids.what}`),
});
const moody = hear({
  event: 'test.happened',
  name: 'test.moody',
  async handle({ ids }) {
    heard.push(`moody ${ids.what}`);
    if (failures-- > 0) throw new Error('not today');
  },
});
const deaf = hear({
  event: 'test.other',
  name: 'test.deaf',
  handle: async () => void heard.push('deaf'),
});
const count: Task = { name: 'test-count', run: async (payload) => void heard.push(JSON.stringify(payload)) };

const listeners = [steady, moody, deaf];
await registerListeners(db, listeners);
const worker = await startWorker(database, { tasks: [count], listeners }, context);
afterAll(() => worker.stop());
beforeEach(() => {
  heard.length = 0;
  failures = 0;
});

const happen = (what: string) =>
  db.transaction().execute((tx) => publish(tx, { type: 'test.happened', ids: { what } }));
const waiting = async () =>
  (await pool.query<{ count: number }>('select count(*)::int as count from graphile_worker.jobs')).rows[0]
    ?.count;

describe('an event', () => {
  test('is heard by each of its listeners, and by nobody else', async () => {
    await happen('one');
    await until(() => heard.length === 2);
    expect(heard.sort()).toEqual(['moody one', 'steady one']);
  });

  test('of a transaction that was rolled back is not heard', async () => {
    const undone = db.transaction().execute(async (tx) => {
      await publish(tx, { type: 'test.happened', ids: { what: 'undone' } });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await happen('after');
    await until(() => heard.length === 2);
    expect(heard.sort()).toEqual(['moody after', 'steady after']);
  });

  test('is told again to the listener that failed, to that one alone', async () => {
    failures = 1;
    await happen('twice');
    await until(() => heard.length === 3);
    await until(async () => (await waiting()) === 0);
    expect(heard.sort()).toEqual(['moody twice', 'moody twice', 'steady twice']);
  });
});

describe('after a new version of the program', () => {
  const lastError = async (task: string) => {
    const { rows } = await pool.query<{ last_error: string | null }>(
      'select last_error from graphile_worker.jobs where task_identifier = $1',
      [task],
    );
    return rows[0]?.last_error;
  };

  test('an event for a listener that is no more is set aside with the reason, and those behind it are heard', async () => {
    const event = { id: 'old', type: 'test.happened', ids: { what: 'old' } };
    await db
      .transaction()
      .execute((tx) => addJob(tx, 'tell-listener', { listener: 'test.renamed', event }, { key: 'old' }));
    await until(async () => (await lastError('tell-listener')) !== null);
    expect(await lastError('tell-listener')).toContain('no listener to test.happened is called test.renamed');
    await happen('behind');
    await until(() => heard.length === 2);
    expect(heard.sort()).toEqual(['moody behind', 'steady behind']);
    await pool.query("select graphile_worker.remove_job('old')");
  });

  test('a job of an old name waits and is told, and those behind it run', async () => {
    const runAt = Temporal.Now.instant().subtract({ hours: 2 });
    await db.transaction().execute((tx) => addJob(tx, 'test-renamed', { n: 0 }, { key: 'renamed', runAt }));
    await db.transaction().execute((tx) => addJob(tx, 'test-count', { n: 7 }));
    await until(() => heard.length > 0);
    expect(heard).toEqual(['{"n":7}']);
    expect(await lastError('test-renamed')).toBeNull();
    expect(await listUnknownTasks(db, ['test-count'])).toEqual([{ task: 'test-renamed', jobs: 1 }]);
    expect(await listUnknownTasks(db, ['test-renamed'])).toEqual([]);
    await pool.query("select graphile_worker.remove_job('renamed')");
  });
});

describe('a job', () => {
  test('with the key of one that waits takes its place', async () => {
    const runAt = Temporal.Now.instant().add({ hours: 1 });
    await db.transaction().execute((tx) => addJob(tx, 'test-count', { n: 1 }, { key: 'k', runAt }));
    await db.transaction().execute((tx) => addJob(tx, 'test-count', { n: 2 }, { key: 'k' }));
    await until(() => heard.length > 0);
    await until(async () => (await waiting()) === 0);
    expect(heard).toEqual(['{"n":2}']);
  });

  test('that is not due waits', async () => {
    const runAt = Temporal.Now.instant().add({ hours: 1 });
    await db.transaction().execute((tx) => addJob(tx, 'test-count', { n: 3 }, { key: 'later', runAt }));
    await db.transaction().execute((tx) => addJob(tx, 'test-count', { n: 4 }));
    await until(() => heard.length > 0);
    // What was heard goes from the table a moment later.
    await until(async () => (await waiting()) === 1);
    expect(heard).toEqual(['{"n":4}']);
  });

  test('that a killed worker had taken is given back', async () => {
    await db.transaction().execute((tx) => addJob(tx, 'test-abandoned', { n: 6 }));
    await pool.query(
      `update graphile_worker._private_jobs set locked_by = 'killed', attempts = 1,
         locked_at = now() - interval '6 minutes'
       where task_id = (select id from graphile_worker._private_tasks where identifier = 'test-abandoned')`,
    );
    await unlockAbandoned(db);
    const { rows } = await pool.query(
      "select locked_by from graphile_worker.jobs where locked_by = 'killed'",
    );
    expect(rows).toEqual([]);
  });

  test('survives that the database ends all connections', async () => {
    await runAs(
      database.appUrl,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    // A connection that was ended is noticed by whoever uses it first.
    const add = () => db.transaction().execute((tx) => addJob(tx, 'test-count', { n: 5 }, { key: 'five' }));
    await until(() =>
      add().then(
        () => true,
        () => false,
      ),
    );
    await until(() => heard.includes('{"n":5}'));
  });
});

test('a worker that is stopped before it has begun stops', async () => {
  const other = await startWorker(database, { tasks: [], listeners: [] }, context);
  await expect(other.stop()).resolves.toBeUndefined();
});
