import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { asDatabase, dropWhenFree, runAs } from '../../../test/support/clusters.ts';
import { until } from '../../../test/support/until.ts';
import { start } from '../../main.ts';

const name = `later_${randomUUID().replaceAll('-', '')}`;
const server = asDatabase(inject('ownerUrl'), 'postgres');
const directory = mkdtempSync(join(tmpdir(), 'otonari-later-'));
const open = new Set<Socket>();
const way = createServer((client) => {
  const inner = connectTo(Number(new URL(server).port), '127.0.0.1');
  for (const one of [client, inner]) open.add(one.on('error', () => {}));
  client.pipe(inner).pipe(client);
});

afterAll(async () => {
  way.close();
  for (const one of open) one.destroy();
  await dropWhenFree(server, name);
  rmSync(directory, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const [port, databasePort] = [await freePort(), await freePort()];
const through = (url: string, database: string) => {
  const address = new URL(asDatabase(url, database));
  address.host = `127.0.0.1:${databasePort}`;
  return address.href;
};
const environment = (database: string) => ({
  PORT: String(port),
  PUBLIC_URL: `http://localhost:${port}`,
  SMTP_URL: 'smtp://127.0.0.1:1',
  SECRET: 'a secret of at least thirty-two characters',
  DATABASE_URL: through(inject('appUrl'), database),
  DATABASE_OWNER_URL: through(inject('ownerUrl'), database),
  DATA_DIRECTORY: directory,
  LOG_LEVEL: 'silent',
});
const see = async (path: string) => {
  const answer = await fetch(`http://localhost:${port}${path}`);
  return { status: answer.status, html: await answer.text() };
};
const NUMBERS = /href="tel:119".*href="tel:110"/s;

test('before its database is there, the program says help now and the numbers; then it opens', async () => {
  const starting = start(environment(name));
  await until(() =>
    see('/health/alive').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  expect(await see('/en/help-now')).toEqual({ status: 200, html: expect.stringMatching(NUMBERS) });
  expect(await see('/en')).toEqual({ status: 503, html: expect.stringMatching(NUMBERS) });
  expect((await see('/health/ready')).status).toBe(503);
  await runAs(server, `create database ${name}`);
  way.listen(databasePort, '127.0.0.1');
  const running = await starting;
  expect([(await see('/en')).status, (await see('/health/ready')).status]).toEqual([200, 200]);
  await running.stop();
});

test('what waiting does not mend ends the start, and nothing listens any more', async () => {
  await expect(start(environment(`never_${name}`))).rejects.toThrow('does not exist');
  await expect(see('/health/alive')).rejects.toThrow();
});
