import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { connect } from '../database/connect.ts';
import { platformPersonalData } from '../personal-data-map.ts';
import { sealedColumn, UNREADABLE } from './column.ts';
import { makeSeal, type Seal, UNREAD } from './seal.ts';
import { sealAnew } from './seal-anew.ts';

const { db, ownerUrl, appUrl } = await testDatabase();
const maps = [platformPersonalData];
const fields = sealedColumn('platform.kept_forms.fields');
const NEW = 'another secret of at least thirty-two characters';
const OLD = 'a secret of at least thirty-two characters';

const said: Record<string, unknown>[] = [];
const log = pino({ base: null }, { write: (line: string) => void said.push(JSON.parse(line)) });

beforeEach(async () => {
  said.length = 0;
  await sql`delete from platform.kept_forms`.execute(db);
  await sql`delete from platform.settings`.execute(db);
});

async function keep(token: string, words: string, seal: Seal = testSeal): Promise<void> {
  const delete_after = Temporal.Instant.from('2026-11-24T09:00:00Z');
  const sealed = seal.seal(words, `platform.kept_forms.fields ${token}`);
  const row = { token, path: '/', fields: sealed, delete_after };
  await db.insertInto('platform.kept_forms').values(row).execute();
}

/** As a migration finds words that were written before their column was sealed. */
async function keepInPlain(token: string, words: string): Promise<void> {
  await runAs(
    ownerUrl,
    `alter domain platform.sealed_text drop constraint sealed_form;
     insert into platform.kept_forms values ('${token}', '/', '${words}', now());
     alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid`,
  );
}

async function held(): Promise<string[]> {
  const rows = await db.selectFrom('platform.kept_forms').select('fields').orderBy('token').execute();
  return rows.map((row) => String(row.fields));
}

async function opened(secret: string, unread?: (place: string) => void): Promise<string[]> {
  const connection = connect(appUrl, { seal: makeSeal(secret, undefined, unread) });
  try {
    const rows = await connection.db
      .selectFrom('platform.kept_forms')
      .select(['token', 'fields'])
      .orderBy('token')
      .execute();
    return rows.map((row) => fields.open(connection.db, row.token, row.fields));
  } finally {
    await connection.close();
  }
}

describe('at a start', () => {
  test('words that lie there in plain are sealed, and from then on none can be written', async () => {
    await keepInPlain('a', 'in plain');
    await keep('b', 'sealed');
    await keepInPlain('c', '');
    expect(await sealAnew(ownerUrl, testSeal, maps, log)).toBe(1);
    expect((await held()).map((text) => text.slice(0, 9))).toEqual([testSeal.mark, testSeal.mark, '']);
    expect(await opened(OLD)).toEqual(['in plain', 'sealed', '']);
    const plain = sql`update platform.kept_forms set fields = 'in plain again'`.execute(db);
    await expect(plain).rejects.toThrow('sealed_form');
    const { rows } =
      await sql`select from pg_constraint where conname = 'sealed_form' and convalidated`.execute(db);
    expect(rows).toHaveLength(1);
  });

  test('what is sealed already stays as it is', async () => {
    await sealAnew(ownerUrl, testSeal, maps, log);
    await keep('a', 'sealed');
    const before = await held();
    expect(await sealAnew(ownerUrl, testSeal, maps, log)).toBe(0);
    expect(await held()).toEqual(before);
  });

  test('a wrong secret is told at once, and changes nothing', async () => {
    await keep('a', 'sealed');
    await sealAnew(ownerUrl, testSeal, maps, log);
    await expect(sealAnew(ownerUrl, makeSeal(NEW), maps, log)).rejects.toThrow('SECRET is not the one');
    expect(await opened(OLD)).toEqual(['sealed']);
  });

  test('a wrong secret is told even where nobody has ever started', async () => {
    await keep('a', 'sealed');
    await expect(sealAnew(ownerUrl, makeSeal(NEW), maps, log)).rejects.toThrow('SECRET is not the one');
  });

  test('after a change of the secret everything is sealed with the new one, also by two who start at once', async () => {
    for (let index = 0; index < 1_203; index++) await keep(`token ${index}`, `words ${index}`);
    await sealAnew(ownerUrl, testSeal, maps, log);
    const changed = makeSeal(NEW, OLD);
    const counts = await Promise.all([
      sealAnew(ownerUrl, changed, maps, log),
      sealAnew(ownerUrl, changed, maps, log),
    ]);
    expect(counts.sort()).toEqual([0, 1_203]);
    expect((await opened(NEW)).sort()).toEqual(
      Array.from({ length: 1_203 }, (_, at) => `words ${at}`).sort(),
    );
    expect(await sealAnew(ownerUrl, makeSeal(NEW), maps, log)).toBe(0);
    await expect(sealAnew(ownerUrl, testSeal, maps, log)).rejects.toThrow('SECRET is not the one');
  });

  test('what a process has still sealed with the former secret is sealed anew at a start that is given it', async () => {
    await sealAnew(ownerUrl, makeSeal(NEW), maps, log);
    await keep('late', 'by a process that was not stopped');
    expect(await sealAnew(ownerUrl, makeSeal(NEW, OLD), maps, log)).toBe(1);
    expect(await opened(NEW)).toEqual(['by a process that was not stopped']);
  });

  test('what is damaged is told, stays as it is and holds up nothing else', async () => {
    await keep('a', 'of a');
    await keep('b', 'of b');
    await sealAnew(ownerUrl, testSeal, maps, log);
    await sql`update platform.kept_forms set fields = (select fields from platform.kept_forms where token = 'b')`.execute(
      db,
    );
    const [moved] = await held();
    expect(await sealAnew(ownerUrl, makeSeal(NEW, OLD), maps, log)).toBe(1);
    expect(await held()).toEqual([moved, expect.not.stringMatching(moved ?? '')]);
    const errors = said.filter(({ level }) => level === 50);
    expect(errors).toMatchObject([{ place: 'platform.kept_forms.fields a', msg: UNREAD }]);
  });

  test('the beginning and the end are told, with a count and no words, and only where there was something to do', async () => {
    await keepInPlain('a', 'in plain');
    await sealAnew(ownerUrl, testSeal, maps, log);
    await sealAnew(ownerUrl, testSeal, maps, log);
    await sealAnew(ownerUrl, makeSeal(OLD, NEW), maps, log);
    const msg = expect.stringContaining('with the present secret');
    const told = { level: 30, time: expect.anything(), msg };
    expect(said).toEqual([
      { ...told, table: 'platform.kept_forms' },
      { ...told, rows: 1 },
    ]);
  });

  test('recovery codes go when the secret changes, since none would work, and only then', async () => {
    const count = async () =>
      (await db.selectFrom('auth.recovery_codes').select('code_hash').execute()).length;
    await sql`insert into auth.recovery_codes values ('\\x01', gen_random_uuid(), now())`.execute(db);
    await sealAnew(ownerUrl, testSeal, maps, log);
    expect(await count()).toBe(1);
    await sealAnew(ownerUrl, makeSeal(NEW, OLD), maps, log);
    expect(await count()).toBe(0);
    await sql`insert into auth.recovery_codes values ('\\x02', gen_random_uuid(), now())`.execute(db);
    await sealAnew(ownerUrl, makeSeal(NEW, OLD), maps, log);
    expect(await count()).toBe(1);
  });
});

test('words that were put into another row do not open: that is told, and the others are shown', async () => {
  await keep('a', 'of a');
  await keep('b', 'of b');
  await sql`update platform.kept_forms set fields = (select fields from platform.kept_forms where token = 'b')`.execute(
    db,
  );
  const unread: string[] = [];
  expect(await opened(OLD, (place) => void unread.push(place))).toEqual([UNREADABLE, 'of b']);
  expect(unread).toEqual(['platform.kept_forms.fields a']);
  await expect(opened(OLD)).rejects.toThrow(UNREAD);
});
