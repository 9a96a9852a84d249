import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { checkSchema, mayMigrate } from './schema.ts';

const { ownerUrl, appUrl } = await testDatabase();
const real = join(import.meta.dirname, '../../../db/migrations');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otonari-schema-'));
  await cp(real, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

test('the owner may migrate, the application may not', async () => {
  expect(await mayMigrate(ownerUrl)).toBe(true);
  expect(await mayMigrate(appUrl)).toBe(false);
});

test('the application sees that the schema is the one it was built for', async () => {
  expect(await checkSchema(appUrl, real)).toEqual([]);
});

test('an older schema is refused with what to do, a newer one is named', async () => {
  await writeFile(join(folder, '9998_platform_later.sql'), 'select 1');
  await expect(checkSchema(appUrl, folder)).rejects.toThrow(
    /lacks 9998_platform_later.sql. Run npm run migrate/,
  );
  await runAs(
    ownerUrl,
    `insert into public.migrations (name, sha256) values ('9999_platform_newer.sql', 'x')`,
  );
  expect(await checkSchema(appUrl, real)).toEqual(['9999_platform_newer.sql']);
});
