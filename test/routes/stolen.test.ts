import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { factsIn, OF_CHILD, STEM, tells } from '../support/care/facts.ts';
import { buildFamily } from '../support/care/family.ts';
import { buildMatter } from '../support/care/matter.ts';
import { testSeal } from '../support/database.ts';
import { openProduct } from '../support/product.ts';
import { jobContext, runJobs } from '../support/run-jobs.ts';
import { openAllWords, sealedColumns } from '../support/sealed-words.ts';

const product = await openProduct();
const { database, directory } = product;
const logged: string[] = [];
const context = jobContext(product, logged);
await buildFamily(product);
await buildMatter(product);
// Mails, lines of inboxes and pictures come of what happened.
await runJobs(product, context);
await product.hurry();
await runJobs(product, context);

/** Every row of every table, the queue's too, as a dump holds it. */
async function dump(ownerUrl: string): Promise<ReadonlyMap<string, Buffer>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found = new Map<string, Buffer>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      found.set(name, Buffer.from(rows.map(({ row }) => row).join('\n')));
    }
    return found;
  } finally {
    await client.end();
  }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => ({ name, bytes: readFileSync(join(parentPath, name)) }));

test('all that somebody can write in a class and in a consultation was written, and is there for us', async () => {
  const opened = await openAllWords(database.db, testSeal);
  // Words of a matter lie under its key within what the house seals: who reads them is told by consultations-access.test.ts.
  const told = opened.map(({ text }) => text ?? '').join('\n');
  expect(Object.keys(OF_CHILD).filter((fact) => !factsIn(told).includes(fact as never))).toEqual([]);
  const written = new Set(opened.map(({ column }) => column));
  const ours = sealedColumns()
    .map(({ table, column }) => `${table}.${column}`)
    .filter((column) => /^(classes|consultations)\./.test(column));
  expect(ours.length).toBeGreaterThan(15);
  expect(ours.filter((column) => !written.has(column))).toEqual([]);
});

test('whoever has the whole database reads nothing of it', async () => {
  const tables = await dump(database.ownerUrl);
  expect(tables.size).toBeGreaterThan(150);
  const bytes = [...tables.values()].reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeGreaterThan(100_000);
  const telling = (words: (rows: Buffer) => boolean) =>
    [...tables].filter(([, rows]) => words(rows)).map(([name]) => name);
  expect(telling((rows) => rows.includes('Rice crackers'))).toEqual(['classes.snacks']);
  expect(telling(tells)).toEqual([]);
});

test('whoever has the data folder reads nothing of it, in files, their names, and what was logged', () => {
  const files = filesIn(directory);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ name, bytes }) => tells(bytes) || name.includes(STEM))).toEqual([]);
  // The start of a picture tells what it is: sealed, it has none.
  expect(files.filter(({ bytes }) => /WEBP|PNG|JFIF/.test(bytes.toString('latin1')))).toEqual([]);
  expect([...logged, ...product.logged].filter((line) => tells(Buffer.from(line)))).toEqual([]);
  expect(product.problems).toEqual([]);
});

test('what looks for it finds it, in whatever writing', () => {
  for (const words of [`a ${STEM}Name b`, 'call 090-4711-0001'])
    for (const encoding of ['utf8', 'hex', 'base64', 'utf16le'] as const) {
      const lying =
        encoding === 'utf8' || encoding === 'utf16le'
          ? Buffer.from(words, encoding)
          : Buffer.from(Buffer.from(words).toString(encoding));
      expect(tells(lying), encoding).toBe(true);
    }
  expect(tells(Buffer.from('Zauber and nuss'))).toBe(false);
});
