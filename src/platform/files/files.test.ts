import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { testFiles } from '../../../test/support/files.ts';
import { connect } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { platformPersonalData } from '../personal-data-map.ts';
import { makeSeal } from '../sealed/seal.ts';
import { sealAnew } from '../sealed/seal-anew.ts';
import { deleteFilesOf, keepFile, listFilesOf, readFileById } from './files.ts';

const { db, ownerUrl, appUrl } = await testDatabase();
const files = testFiles();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const words = 'the letter of the ward office';

beforeEach(async () => {
  files.problems.length = 0;
  await db.deleteFrom('platform.files').execute();
});

function keep(ownerId: string = crypto.randomUUID()): Promise<string> {
  const bytes = Buffer.from(words);
  const picture = { bytes, mediaType: 'image/webp', width: 1, height: 1, sha256: 'x' } as const;
  return inTransaction(db, (tx) => keepFile(tx, files, { picture, ownerId, kind: 'spot.photo', now }));
}

async function nameOf(id: string): Promise<string> {
  const row = await db
    .selectFrom('platform.files')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.name ?? '';
}

const opened = async (id: string, from = db) => {
  const file = await readFileById(from, files, id);
  return file && Buffer.from(file.bytes).toString();
};

describe('a file that is kept', () => {
  test('lies on the disk sealed, under a name that nobody is shown', async () => {
    const id = await keep();
    const paths = readdirSync(files.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(paths.some((path) => path.includes(id))).toBe(false);
    const name = await nameOf(id);
    expect(paths.filter((path) => path.endsWith(name))).toHaveLength(1);
    expect(paths.some((path) => readFileSync(path).includes('letter'))).toBe(false);
    expect(await opened(id)).toBe(words);
  });

  test('has a key of its own, which lies sealed too: without its row the bytes open nowhere', async () => {
    const [one, other] = [await keep(), await keep()];
    await sql`update platform.files set key = (select key from platform.files where id = ${other}::uuid)
      where id = ${one}::uuid`.execute(db);
    const tolerant = connect(appUrl, {
      seal: makeSeal('a secret of at least thirty-two characters', undefined, () => {}),
    });
    expect(await opened(one, tolerant.db)).toBeNull();
    await tolerant.close();
    expect(files.problems.join()).toContain('does not open');
  });

  test('opens after a change of the secret, and its bytes stay as they are', async () => {
    const id = await keep();
    const before = await files.store.get(await nameOf(id));
    const changed = makeSeal(
      'another secret of at least thirty-two characters',
      'a secret of at least thirty-two characters',
    );
    const log = pino({ level: 'silent' });
    await sealAnew(ownerUrl, testSeal, [platformPersonalData], log);
    await sealAnew(ownerUrl, changed, [platformPersonalData], log);
    const renewed = connect(appUrl, { seal: makeSeal('another secret of at least thirty-two characters') });
    expect(await opened(id, renewed.db)).toBe(words);
    await renewed.close();
    expect(await files.store.get(await nameOf(id))).toEqual(before);
    await sealAnew(
      ownerUrl,
      makeSeal(
        'a secret of at least thirty-two characters',
        'another secret of at least thirty-two characters',
      ),
      [platformPersonalData],
      log,
    );
  });
});

describe('a file that can’t be shown is told to whoever runs the house, by its id only', () => {
  test('when its bytes are missing', async () => {
    const id = await keep();
    await files.store.delete(await nameOf(id));
    expect(await opened(id)).toBeNull();
    expect(files.problems.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, file: id, msg: 'a file is missing from the store' },
    ]);
  });

  test.each([
    ['one bit of them is another', (bytes: Uint8Array) => bytes.with(40, (bytes[40] ?? 0) ^ 1)],
    ['half of them is there', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['nothing is there', () => new Uint8Array(0)],
  ])('when %s', async (_what, damage) => {
    const id = await keep();
    const name = await nameOf(id);
    const bytes = damage((await files.store.get(name)) ?? new Uint8Array());
    await rm(join(files.directory, name.slice(0, 2), name));
    await files.store.put(name, bytes);
    expect(await opened(id)).toBeNull();
    expect(files.problems.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, file: id, msg: 'a file does not open: its bytes or its key are damaged' },
    ]);
  });

  test('and one that was never there is told to nobody', async () => {
    expect(await opened(crypto.randomUUID())).toBeNull();
    expect(files.problems).toEqual([]);
  });
});

describe('who leaves', () => {
  test('takes all of their files along, and nobody else’s', async () => {
    const owner = crypto.randomUUID();
    const [own, second, other] = [await keep(owner), await keep(owner), await keep()];
    expect((await listFilesOf(db, owner)).map(({ id }) => id).sort()).toEqual([own, second].sort());
    expect(await inTransaction(db, (tx) => deleteFilesOf(tx, owner))).toBe(2);
    expect([await opened(own), await opened(other)]).toEqual([null, words]);
    expect(await inTransaction(db, (tx) => deleteFilesOf(tx, owner))).toBe(0);
  });
});
