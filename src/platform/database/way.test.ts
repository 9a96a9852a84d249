import { afterAll, expect, test } from 'vitest';
import { asDatabase, runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { sharingPoolerTo } from '../../../test/support/sharing-pooler.ts';
import { checkWay } from './way.ts';

const { appUrl, ownerUrl } = await testDatabase();
const pooler = await sharingPoolerTo(appUrl);
const STRANGER = `stranger_${crypto.randomUUID().slice(0, 8)}`;

afterAll(() => runAs(asDatabase(ownerUrl, 'postgres'), `drop role if exists ${STRANGER}`));

test('PostgreSQL itself keeps what is set on a connection', async () => {
  await expect(checkWay(appUrl)).resolves.toBeUndefined();
});

test('a pooler that lends one connection to several clients in turn is refused', async () => {
  await expect(checkWay(pooler)).rejects.toThrow('pool_mode = session');
});

test('who is no member of the application’s role is told so', async () => {
  await runAs(ownerUrl, `create role ${STRANGER} login password 'p'`);
  const url = new URL(appUrl);
  url.username = STRANGER;
  url.password = 'p';
  await expect(checkWay(url.href)).rejects.toThrow('no member of the role otonari_app');
});
