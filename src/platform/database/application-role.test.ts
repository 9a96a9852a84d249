import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { makeProgram } from '../../../test/support/program.ts';
import { until } from '../../../test/support/until.ts';
import { personalDataMaps } from '../../modules.ts';
import { sealAnew } from '../sealed/seal-anew.ts';

// The real program in a process of its own that knows nothing but the application's address.
const { db, appUrl, ownerUrl } = await testDatabase();
const program = await makeProgram({
  DATABASE_URL: appUrl,
  SECRET: 'a secret of at least thirty-two characters',
  SMTP_URL: 'smtps://127.0.0.1:1',
  PUBLIC_URL: 'https://help.example',
});
afterAll(() => program.end());

test('it says so when the words were not sealed by anybody yet', async () => {
  await expect(program.start()).rejects.toThrow('Run npm run migrate with SECRET and DATABASE_OWNER_URL');
});

test('the application’s role alone starts web and worker on a prepared database, and they work', async () => {
  await sealAnew(ownerUrl, testSeal, personalDataMaps, pino({ level: 'silent' }));
  await program.start();
  expect((await fetch(`${program.address}/en/sign-in`)).status).toBe(200);
  await sql`select graphile_worker.add_job('nobody-has-this-task'), graphile_worker.add_job('forget-mail')`.execute(
    db,
  );
  const waiting = sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs`;
  await until(async () => (await waiting.execute(db)).rows.length === 1);
  await program.killServer();
});

test('on an older schema it does not start, and says what to do', async () => {
  await runAs(ownerUrl, `delete from public.migrations where name = '0088_platform_schema_seen.sql'`);
  await expect(program.start()).rejects.toThrow(/older than this program.*Run npm run migrate/);
});
