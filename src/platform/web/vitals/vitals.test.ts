import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../../test/support/database.ts';
import { freezingWayTo } from '../../../../test/support/freezing.ts';
import { makeKit, ORIGIN } from '../../../../test/support/kit.ts';
import { PROGRAM, recordAudit } from '../../audit/record.ts';
import { connect } from '../../database/connect.ts';
import { listSchemaSteps } from '../../database/schema.ts';
import { inTransaction } from '../../database/transaction.ts';
import { forgetHindrance, noteHindrance } from '../../mail/mail-state.ts';
import { serve } from '../serve.ts';

const { ownerUrl, appUrl } = await testDatabase();
const way = await freezingWayTo(appUrl);
const connection = connect(way.url, { seal: testSeal });
const kit = makeKit(connection.db);
const TOKEN = 'a token for those who watch';
const app = serve({ ...kit.house, metricsToken: TOKEN });
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(ORIGIN + path, { headers }));
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('metrics tell of routes and never of paths, to nobody without the token', async () => {
  await ask('/en/words/planted');
  expect((await ask('/metrics')).status).toBe(302);
  expect(await (await ask('/metrics', bearer('another'))).text()).not.toContain('otonari_');
  const answer = await ask('/metrics', bearer(TOKEN));
  const text = await answer.text();
  expect(text).toContain('otonari_requests_total{method="GET",route="/words/:word",status="2xx"} 1');
  expect(text).toContain('otonari_database_answers 1');
  expect(text).not.toContain('planted');
});

const gauges = async () => {
  const text = await (await ask('/metrics', bearer(TOKEN))).text();
  return Object.fromEntries(
    [...text.matchAll(/^otonari_(\w+) (\S+)$/gm)].map((line) => [line[1], Number(line[2])]),
  );
};

test('metrics tell whether mail is held up, the audit stands open and connections are taken', async () => {
  const { db } = connection;
  expect(await gauges()).toMatchObject({ mail_is_hindered: 0, audit_open_faults: 0, audit_is_behind: 0 });
  await noteHindrance(db, 'server_away', kit.clock());
  const entry = { action: 'notes.note.viewed', outcome: 'seen' } as const;
  await inTransaction(db, (tx) => recordAudit(tx, PROGRAM, entry, kit.clock()));
  const before = await gauges();
  expect(before).toMatchObject({
    database_connections_in_use: 0,
    mail_is_hindered: 1,
    audit_is_behind: 1,
    audit_entries: 1,
  });
  expect(before['event_loop_lag_seconds']).toBeGreaterThanOrEqual(0);
  await db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    expect((await gauges())['database_connections_in_use']).toBe(1);
  });
  await forgetHindrance(db);
});

test('through a proxy on this machine nobody is this machine', async () => {
  const here = (headers: Record<string, string>) =>
    app.fetch(new Request('http://127.0.0.1:3000/metrics', { headers }), {
      incoming: { socket: { remoteAddress: '127.0.0.1' } },
    });
  expect((await here({})).status).toBe(200);
  expect((await here({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(302);
});

const readyWith = async (schemaSteps: readonly string[]) => {
  const house = serve({ ...kit.house, schemaSteps });
  const answer = await house.fetch(new Request(`${ORIGIN}/health/ready`));
  return [answer.status, await answer.text()];
};

test('a database that is older than the program is not ready, one that is ahead is', async () => {
  const steps = listSchemaSteps();
  expect(await readyWith([...steps, '9998_platform_later.sql'])).toEqual([
    503,
    'the database is older than this program\n',
  ]);
  await runAs(
    ownerUrl,
    `insert into public.migrations (name, sha256) values ('9999_platform_newer.sql', 'x')`,
  );
  expect(await readyWith(steps)).toEqual([200, 'ready\n']);
});

test('a worker that is behind is told of, and people are served all the same', async () => {
  const { db } = connection;
  const due = (interval: string) =>
    sql`select graphile_worker.add_job('nobodys-task', run_at := now() + ${interval}::interval)`.execute(db);
  await due('1 hour');
  expect(await readyWith([])).toEqual([200, 'ready\n']);
  expect(await gauges()).toMatchObject({ worker_lag_seconds: 0, schema_steps_lacking: 0 });
  await due('-13 minutes');
  expect(await readyWith([])).toEqual([200, 'ready\nthe worker is 13 minutes behind\n']);
  expect((await gauges())['worker_lag_seconds']).toBeGreaterThanOrEqual(13 * 60);
});

test('alive and ready are told apart while the database is frozen', async () => {
  expect([(await ask('/health/alive')).status, (await ask('/health/ready')).status]).toEqual([200, 200]);
  way.freeze();
  expect([(await ask('/health/alive')).status, (await ask('/health/ready')).status]).toEqual([200, 503]);
  way.thaw();
  await connection.close();
});
