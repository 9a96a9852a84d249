import { beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { settableClock } from '../clock.ts';
import { inTransaction } from '../database/transaction.ts';
import { addJob } from '../jobs/add-job.ts';
import { startWorker } from '../jobs/worker.ts';
import { makeLog } from '../log.ts';
import { enqueueMail } from '../mail/send-mail.ts';
import { defineEvents } from './define.ts';
import { forgetEvents, forgetEventsTask } from './forget-events.ts';
import { registerListeners, restUnknown } from './positions.ts';

const database = await testDatabase();
const { db, pool, ownerUrl } = database;
const clock = settableClock('2026-11-24T09:00:00+09:00');
const lines: string[] = [];
const log = makeLog('error', { write: (line: string) => void lines.push(line) });
const context = { db, clock, log };

let heard: string[] = [];
const events = defineEvents({ 'test.made': ['what'] });
const listenerCalled = (name: string) =>
  events.hear({
    event: 'test.made',
    name: `test.${name}`,
    async handle({ ids: { what } }) {
      if (what === 'a stone') throw new Error('too heavy');
      heard.push(`${name}: ${what}`);
    },
  });
const [known, unknown] = [listenerCalled('known'), listenerCalled('unknown')];
await registerListeners(db, [known, unknown]);

const make = (what: string, id?: string) =>
  inTransaction(db, (tx) => events.publish(tx, { type: 'test.made', ids: { what }, id }));
const jobs = async () => {
  const { rows } = await pool.query<{ task: string }>(
    'select task_identifier as task from graphile_worker.jobs order by 1',
  );
  return rows.map(({ task }) => task);
};
const behind = async () =>
  (await pool.query('select from platform.listener_positions where heard_to is not null')).rows;
const atWork = async (listeners: Parameters<typeof registerListeners>[1], work: () => Promise<unknown>) => {
  const worker = await startWorker(database, { tasks: [], listeners }, context);
  await work();
  await worker.stop();
};

beforeEach(async () => {
  heard = [];
  await pool.query('delete from graphile_worker._private_jobs');
});

describe('of two versions side by side', () => {
  test('each hears with the listeners that it knows, and leaves the others theirs', async () => {
    await make('a chair');
    await atWork([known], () => until(() => heard.length === 1));
    expect([heard, await jobs()]).toEqual([['known: a chair'], ['hear:test.unknown:test.made']]);
    await atWork([known, unknown], () => until(() => heard.length === 2));
    expect([heard, await jobs()]).toEqual([['known: a chair', 'unknown: a chair'], []]);
  });

  test('what the former has put into the queue is kept and heard once, however often it is delivered', async () => {
    const former = { id: 'of before', type: 'test.made', ids: { what: 'a table' } };
    for (const live of [[], ['desk']])
      await inTransaction(db, (tx) => addJob(tx, 'tell-listeners', { ...former, live }));
    await atWork([known, unknown], () => until(async () => (await jobs()).length === 0));
    expect(heard.sort()).toEqual(['known: a table', 'unknown: a table']);
    const kept = db.selectFrom('platform.events').select('ids').where('id', '=', former.id);
    expect(await kept.execute()).toEqual([{ ids: former.ids }]);
  });
});

describe('a listener that no program has known for a day', () => {
  const longAgo = `update platform.listener_positions set seen_at = now() - interval '25 hours'
    where listener = 'test.unknown'`;

  test('has no jobs that wait for nobody, and hears all of it when it comes back', async () => {
    await make('a lamp');
    await runAs(ownerUrl, longAgo);
    await restUnknown(db);
    await make('a bed');
    expect(await jobs()).toEqual(['hear:test.known:test.made', 'hear:test.known:test.made']);
    await atWork([unknown], () => until(async () => (await behind()).length === 0));
    expect(heard).toEqual(['unknown: a lamp', 'unknown: a bed']);
    await make('a door');
    expect((await jobs()).filter((task) => task.includes('unknown'))).toHaveLength(1);
  });

  test('is not one that a program knows', async () => {
    await runAs(ownerUrl, longAgo);
    await registerListeners(db, [known, unknown]);
    await restUnknown(db);
    await make('a shelf');
    expect(await jobs()).toHaveLength(2);
  });
});

test('an event that failed for the last time is told in the log and counted, and stays', async () => {
  await make('a stone');
  await pool.query('update graphile_worker._private_jobs set attempts = max_attempts - 1');
  await atWork([known], () => until(() => lines.length > 0));
  expect(lines.join()).toContain('"task":"hear:test.known:test.made"');
  expect(lines.join()).toContain('a job is given up after its last try');
  expect(lines.join()).not.toContain('too heavy');
  const failed = await pool.query('select from graphile_worker.jobs where attempts = max_attempts');
  expect(failed.rowCount).toBe(1);
});

test('two listeners to one event cannot have one name', async () => {
  await expect(registerListeners(db, [known, listenerCalled('known')])).rejects.toThrow('test.known');
});

test('many at once are kept in their order, and each is heard of', async () => {
  const whats = ['a cup', 'a plate', 'a fork'];
  await inTransaction(db, (tx) =>
    events.publishAll(
      tx,
      whats.map((what) => ({ type: 'test.made', ids: { what } })),
    ),
  );
  expect(await jobs()).toHaveLength(6);
  const kept = await db.selectFrom('platform.events').select('ids').orderBy('sequence').execute();
  expect(kept.slice(-3)).toEqual(whats.map((what) => ({ ids: { what } })));
});

test('of a past that is told after the fact nobody hears but who asks for the past', async () => {
  await inTransaction(db, async (tx) => {
    await events.publish(tx, { type: 'test.made', ids: { what: 'long ago' } });
    await enqueueMail(tx, {
      key: 'long ago',
      to: 'sita@otonari.example',
      subject: 'Long ago',
      text: 'It was',
    });
    await forgetEvents(tx);
    await events.publish(tx, { type: 'test.made', ids: { what: 'today' } });
  });
  expect(await jobs()).toHaveLength(2);
  const kept = await db.selectFrom('platform.events').select('ids').orderBy('sequence').execute();
  expect(kept.slice(-2)).toEqual([{ ids: { what: 'long ago' } }, { ids: { what: 'today' } }]);
});

describe('what is kept', () => {
  const count = async () => (await db.selectFrom('platform.events').select('id').execute()).length;

  test('can be neither changed nor taken back by the program', async () => {
    for (const statement of ['delete from platform.events', "update platform.events set type = 'test.other'"])
      await expect(pool.query(statement)).rejects.toThrow('permission denied');
  });

  test('goes after a year, and not before, whatever time a program says it is', async () => {
    const before = await count();
    await runAs(
      ownerUrl,
      `insert into platform.events (id, type, ids, at) values
      ('old', 'test.made', '{}', '2025-11-20'), ('young', 'test.made', '{}', '2025-11-30')`,
    );
    await forgetEventsTask.run({}, context);
    expect(await count()).toBe(before + 1);
    await forgetEventsTask.run({}, { ...context, clock: () => clock().add({ hours: 24 * 400 }) });
    expect(await count()).toBe(before);
  });
});
