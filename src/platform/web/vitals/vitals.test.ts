import { expect, test } from 'vitest';
import { testDatabase, testSeal } from '../../../../test/support/database.ts';
import { freezingWayTo } from '../../../../test/support/freezing.ts';
import { makeKit, ORIGIN } from '../../../../test/support/kit.ts';
import { connect } from '../../database/connect.ts';
import { serve } from '../serve.ts';

const { appUrl } = await testDatabase();
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

test('through a proxy on this machine nobody is this machine', async () => {
  const here = (headers: Record<string, string>) =>
    app.fetch(new Request('http://127.0.0.1:3000/metrics', { headers }), {
      incoming: { socket: { remoteAddress: '127.0.0.1' } },
    });
  expect((await here({})).status).toBe(200);
  expect((await here({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(302);
});

test('alive and ready are told apart while the database is frozen', async () => {
  expect([(await ask('/health/alive')).status, (await ask('/health/ready')).status]).toEqual([200, 200]);
  way.freeze();
  expect([(await ask('/health/alive')).status, (await ask('/health/ready')).status]).toEqual([200, 503]);
  way.thaw();
  await connection.close();
});
