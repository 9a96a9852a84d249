import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { defineEvents } from '../events/define.ts';
import { openLive } from './live.ts';
import { streamChanges } from './stream.ts';

const { publish } = defineEvents({ 'test.changed': [] });

const database = await testDatabase();
const { db } = database;
const live = openLive(database);
afterAll(() => live.close());

const listening = (topics: [string, ...string[]], endings: string[] = []) => ({ topics, endings });
const change = (topic: string) =>
  db.transaction().execute((tx) => publish(tx, { type: 'test.changed', ids: {}, live: [topic] }));

/** As a restart of the database does. */
const endListening = () =>
  runAs(
    database.appUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`,
  );

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
    await endListening();
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
    const answer = streamChanges(live, listening(['page']));
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toBe('retry: 3000\nid: 1\n\n');
    await Promise.all([change('page'), change('page'), change('page')]);
    expect(await next()).toBe('data: changed\n\n');
    await reader.cancel();
  });

  test('tells a browser that comes back that it may have missed something', async () => {
    const answer = streamChanges(live, listening(['back']), new Headers({ 'last-event-id': '1' }));
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: changed\n\n');
    await reader.cancel();
  });

  test('takes no place when nobody reads it, and gives its place back when it ends', async () => {
    const readers = [];
    for (let asked = 0; asked < 30; asked++) streamChanges(live, listening(['person:head']));
    for (let tab = 0; tab < 20; tab++) {
      const answer = streamChanges(live, listening(['person:head', 'desk']));
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
      expect((await reader.read()).done).toBe(false);
      readers.push(reader);
    }
    expect(streamChanges(live, listening(['person:head'])).status).toBe(204);
    expect(streamChanges(live, listening(['person:other'])).status).toBe(200);
    for (const reader of readers) await reader.cancel();
    expect(streamChanges(live, listening(['person:head'])).status).toBe(200);
  });

  test('ends at once with the right to listen, and after the database was away', async () => {
    for (const end of [() => change('ended'), endListening]) {
      const answer = streamChanges(live, listening(['page'], ['ended']));
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
      expect((await reader.read()).done).toBe(false);
      await end();
      expect((await reader.read()).done).toBe(true);
    }
  });

  test('ends after a quarter of an hour, so that the browser asks anew who it is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      const reader = (
        streamChanges(live, listening(['person:long'])).body as ReadableStream<Uint8Array>
      ).getReader();
      await reader.read();
      vi.advanceTimersByTime(15 * 60_000);
      let last = await reader.read();
      for (let breaths = 0; !last.done && breaths < 100; breaths++) last = await reader.read();
      expect(last.done).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
