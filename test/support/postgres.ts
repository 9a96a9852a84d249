// Runs once before all test files: a PostgreSQL for the tests with a migrated template database.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { asDatabase, dropWhenFree, runAs } from './clusters.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
  }
}

/** Boots the embedded PostgreSQL, or uses the server of DATABASE_URL, and migrates the template `otonari_template`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['DATABASE_URL'];
  const directory = mkdtempSync(join(tmpdir(), 'otonari-test-'));
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB'];
  const embedded = external ? null : await startEmbedded({ directory, settings });
  const [ownerUrl, appUrl] = embedded
    ? [embedded.ownerUrl, embedded.appUrl]
    : [external ?? '', external ?? ''];
  const template = `otonari_template_${randomBytes(6).toString('hex')}`;
  await runAs(ownerUrl, `create database ${template}`);
  await migrate(asDatabase(ownerUrl, template), join(import.meta.dirname, '../../db/migrations'));
  project.provide('ownerUrl', asDatabase(ownerUrl, template));
  project.provide('appUrl', asDatabase(appUrl, template));
  return async () => {
    if (!embedded) await dropAll(ownerUrl, template);
    await embedded?.stop();
    if (embedded) rmSync(embedded.place.directory, { recursive: true, force: true });
    rmSync(directory, { recursive: true, force: true });
  };
}

/** Drops the template, and those that files have filled from it (`templates.ts`). */
async function dropAll(ownerUrl: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [template],
  );
  await client.end();
  for (const { name } of rows) await dropWhenFree(ownerUrl, name);
}
