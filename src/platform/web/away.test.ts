import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { testSeal } from '../../../test/support/database.ts';
import { actorOf } from '../../../test/support/house.ts';
import { keptNotes, makeKit } from '../../../test/support/kit.ts';
import { until } from '../../../test/support/until.ts';
import { systemClock } from '../clock.ts';
import { connect } from '../database/connect.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { addJob } from '../jobs/add-job.ts';
import { startWorker } from '../jobs/worker.ts';
import { openLive } from '../live/live.ts';

const directory = mkdtempSync(join(tmpdir(), 'otonari-away-'));
const embedded = await startEmbedded({ directory });
await migrate(embedded.ownerUrl, join(import.meta.dirname, '../../../db/migrations'));
const connection = connect(embedded.appUrl, { seal: testSeal });
const live = openLive(connection);
const done: unknown[] = [];
const worker = await startWorker(
  connection,
  { tasks: [{ name: 'test-note', run: async (payload) => void done.push(payload) }], listeners: [] },
  { db: connection.db, clock: systemClock, log: pino({ level: 'silent' }) },
);
const kit = makeKit(connection.db);
kit.actor = actorOf({ id: '00000000-0000-4000-8000-000000000001' });

afterAll(async () => {
  await worker.stop().catch(() => {});
  await live.close();
  await connection.close();
  await embedded.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('the database killed under the program is answered with 503, and all comes back by itself', async () => {
  const told: string[] = [];
  live.listen(['topic'], () => told.push('told'));
  const send = (idempotency_key: string) =>
    kit.post('/en/notes', { note: 'kept', count: '2', idempotency_key });
  expect((await send(crypto.randomUUID())).status).toBe(303);
  const before = told.length;

  process.kill(embedded.pid(), 'SIGKILL');
  const keys = Array.from({ length: 20 }, () => crypto.randomUUID());
  const answers = await Promise.all(keys.map(send));
  const away = answers.filter(({ status }) => status === 503);
  expect(answers.every(({ status }) => status === 303 || status === 503)).toBe(true);
  expect(away.length).toBeGreaterThan(0);
  expect(away.every(({ headers }) => headers.get('retry-after') === '5')).toBe(true);
  expect(await away[0]?.text()).toContain('This page can’t be shown right now');

  for (const key of keys) await until(async () => (await send(key)).status === 303);
  expect(await keptNotes(connection.db)).toHaveLength(21);

  await connection.db.transaction().execute((tx) => addJob(tx, 'test-note', { n: 1 }));
  await until(() => done.length === 1);
  await until(() => told.length > before);
});
