import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { settableClock } from '../clock.ts';
import { inTransaction } from '../database/transaction.ts';
import { startWorker } from '../jobs/worker.ts';
import { makeLog } from '../log.ts';
import { defineEvents } from './define.ts';
import { registerListeners } from './positions.ts';

const database = await testDatabase();
const { db, pool } = database;
const context = {
  db,
  clock: settableClock('2026-11-24T09:00:00+09:00'),
  log: makeLog('error', { write: () => {} }),
};
const events = defineEvents({ 'test.made': ['what'] });
let heard: string[] = [];
const called = (name: string, formerly?: readonly string[]) =>
  events.hear({
    event: 'test.made',
    name,
    formerly,
    handle: async ({ ids: { what } }) => void heard.push(what),
  });
const make = (what: string) =>
  inTransaction(db, (tx) => events.publish(tx, { type: 'test.made', ids: { what } }));
const left = async () => (await pool.query('select from graphile_worker.jobs')).rows.length;
const atWork = async (listener: ReturnType<typeof called>, isDone: () => boolean | Promise<boolean>) => {
  heard = [];
  const worker = await startWorker(database, { tasks: [], listeners: [listener] }, context);
  await until(isDone);
  await worker.stop();
};

test('a listener with another name takes what waits under the old one, and leaves none waiting', async () => {
  await registerListeners(db, [called('test.old')]);
  await make('a lamp');
  const renamed = called('test.renamed', ['test.old']);
  await registerListeners(db, [renamed]);
  await make('a chair');
  await atWork(renamed, async () => (await left()) === 0);
  expect(new Set(heard)).toEqual(new Set(['a lamp', 'a chair']));
});

test('it goes on from where it had got to, where one that is new would begin now', async () => {
  await pool.query("update platform.listener_positions set heard_to = 0 where listener = 'test.old'");
  const again = called('test.again', ['test.old']);
  await registerListeners(db, [called('test.new'), again]);
  await atWork(again, () => heard.length === 2);
  expect(heard).toEqual(['a lamp', 'a chair']);
});
