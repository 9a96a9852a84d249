import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { publish } from '../jobs/publish.ts';
import { openLive } from './live.ts';
import { streamChanges } from './stream.ts';

const database = await testDatabase();
const { db } = database;
const live = openLive(database);
afterAll(() => live.close());

const change = (topic: string) =>
  db.transaction().execute((tx) => publish(tx, { type: 'test.changed', ids: {}, live: [topic] }));

/** Changes a topic until it is heard: the first ones may come before PostgreSQL has been asked to tell. */
beforeAll(async () => {
  const heard: string[] = [];
  const stop = live.listen(['ready'], () => heard.push('ready'));
  await until(async () => {
    await change('ready');
    return heard.length > 1;
  });
  stop();
});

describe('who listens to a topic', () => {
  test('hears of its changes, and of no others', async () => {
    const heard: string[] = [];
    const stops = ['desk', 'person:1'].map((topic) => live.listen([topic], () => heard.push(topic)));
    await change('person:1');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['person:1']);
    await change('desk');
    await until(() => heard.length > 1);
    expect(heard).toEqual(['person:1', 'desk']);
    for (const stop of stops) stop();
  });

  test('hears nothing of a transaction that was rolled back', async () => {
    const heard: string[] = [];
    const stop = live.listen(['undone', 'done'], () => heard.push('heard'));
    await db
      .transaction()
      .execute(async (tx) => {
        await publish(tx, { type: 'test.changed', ids: {}, live: ['undone'] });
        throw new Error('undone');
      })
      .catch(() => {});
    await change('done');
    await until(() => heard.length > 0);
    expect(heard).toHaveLength(1);
    stop();
  });

  test('hears again after the database ended the connection, and is told that something may be missed', async () => {
    const heard: string[] = [];
    const stop = live.listen(['again'], () => heard.push('heard'));
    await runAs(
      database.appUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`,
    );
    await until(() => heard.length === 1);
    await change('again');
    await until(() => heard.length === 2);
    stop();
  });

  test('hears nothing more once it has stopped', async () => {
    const heard: string[] = [];
    const stop = live.listen(['quiet'], () => heard.push('stopped'));
    stop();
    const stopOther = live.listen(['quiet'], () => heard.push('other'));
    await change('quiet');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['other']);
    stopOther();
  });
});

describe('the stream of an open page', () => {
  test('says once that something has changed, however often it did within a moment', async () => {
    const answer = streamChanges(live, ['page']);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toBe('retry: 3000\n\n');
    await Promise.all([change('page'), change('page'), change('page')]);
    expect(await next()).toBe('event: changed\ndata: \n\n');
    await reader.cancel();
  });
});
