import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDatabase, dropWhenFree, runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { readPromises, type SchemaPromises, whatBreaks } from '../../../test/support/schema-promises.ts';
import { migrate } from './migrate.ts';
import { listSchemaSteps } from './schema.ts';

const folder = join(import.meta.dirname, '../../../db/migrations');
const readStep = (name: string) => readFileSync(join(folder, name), 'utf8');
/** What was there before the rule; the list never grows. */
const list = join(import.meta.dirname, '../../../test/former-migrations.txt');
const former = new Set(readFileSync(list, 'utf8').split('\n'));
const later = listSchemaSteps(folder).filter((name) => !former.has(name));

const { ownerUrl } = await testDatabase();
const admin = asDatabase(ownerUrl, 'postgres');
const name = `v_${randomUUID().replaceAll('-', '')}`;
const url = asDatabase(ownerUrl, name);
let client: pg.Client;

beforeAll(async () => {
  await runAs(admin, `create database ${name}`);
  await migrate(url, folder, (step) => former.has(step));
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await dropWhenFree(admin, name);
});

/** What a statement breaks in a schema; nothing of it is left. */
async function tried(sql: string): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(PLANTED);
    const before = await readPromises(client);
    await client.query(sql);
    return whatBreaks(before, await readPromises(client), metIn(sql));
  } finally {
    await client.query('rollback');
  }
}

/** `-- the former version meets: NAME, NAME`: what is new in these demands stays as it begins, and then they hold. */
function metIn(step: string): ReadonlySet<string> {
  return new Set(/^-- the former version meets: (.+)$/m.exec(step)?.[1]?.split(', '));
}

const PLANTED = `
  create schema planted;
  create type planted.kind as enum ('one', 'two');
  create table planted.beds (id int primary key, note text, kana text collate "C", kind planted.kind);
  grant usage on schema planted to otonari_app;
  grant select, insert, update, delete on planted.beds to otonari_app;
  create function planted.count(bed int) returns int language sql as 'select 1'`;

/**
 * While processes of the former version run beside the new one, the schema may only grow (docs/operations.md, "Upgrade").
 * What breaks the former version says so in its first line: `-- contract: after VERSION`, where nobody runs it any more.
 */
describe('the former version works beside this one', () => {
  test('each later step, applied to a schema of before it, takes nothing away and demands nothing more', async () => {
    const broken: Record<string, string[]> = {};
    let before: SchemaPromises = await readPromises(client);
    for (const step of later) {
      await migrate(url, folder, (one) => former.has(one) || one === step);
      const after = await readPromises(client);
      const breaks = whatBreaks(before, after, metIn(readStep(step)));
      if (breaks.length > 0 && !/^-- contract: after \d+\.\d+\.\d+/.test(readStep(step)))
        broken[step] = breaks;
      before = after;
    }
    expect(broken).toEqual({});
    expect(later.length).toBeGreaterThan(0);
  });

  test.each([
    ['alter table planted.beds drop note', 'column planted.beds.note text is gone'],
    ['drop table planted.beds', 'table planted.beds is gone'],
    ['alter table planted.beds rename note to words', 'column planted.beds.note text is gone'],
    ['alter table planted.beds rename to plots', 'table planted.beds is gone'],
    ['alter table planted.beds alter note type varchar(9)', 'column planted.beds.note text is gone'],
    ['alter table planted.beds alter kana type text', 'column planted.beds.kana text collate "C" is gone'],
    ['alter table planted.beds alter note set not null', 'a value for planted.beds.note is demanded'],
    ['alter table planted.beds add size int not null', 'a value for planted.beds.size is demanded'],
    ['revoke update on planted.beds from otonari_app', 'right to UPDATE planted.beds.note is gone'],
    ['revoke delete on planted.beds from otonari_app', 'right to delete planted.beds is gone'],
    [`alter type planted.kind rename value 'one' to 'three'`, 'value one of planted.kind is gone'],
    ['drop function planted.count(int)', 'function planted.count(integer) returning integer is gone'],
    [`alter table planted.beds add constraint c check (note <> '')`, 'c on planted.beds is demanded'],
    ['create unique index once on planted.beds (note)', 'planted.once on planted.beds is demanded'],
    // Nothing is new in it, whatever the step says.
    [
      `-- the former version meets: c\nalter table planted.beds add constraint c check (note <> '')`,
      'c on planted.beds is demanded',
    ],
    [
      `alter table planted.beds add column size int, add constraint c check (size is null or note <> '')`,
      'c on planted.beds is demanded',
    ],
    [
      `do $$ begin execute 'alter table planted.beds drop column note'; end $$`,
      'column planted.beds.note text is gone',
    ],
  ])('"%s" is found', async (sql, what) => {
    expect(await tried(sql)).toContain(what);
  });

  test.each([
    'alter table planted.beds add column size int check (size > 0), add column owner int unique',
    'alter table planted.beds add column size int not null default 0',
    `-- the former version meets: c\nalter table planted.beds add column size int,
      add constraint c check (size is null or note <> '')`,
    'create table planted.paths (id int primary key, width int not null check (width > 0))',
    'create index by_note on planted.beds (note)',
    'grant select on planted.beds to public',
  ])('"%s" may be', async (sql) => {
    expect(await tried(sql)).toEqual([]);
  });
});
