import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../../src/main.ts';
import { findPerson } from '../../src/modules/people/index.ts';
import { makeKeys } from '../../src/modules/sign-in/keys.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';
import { asDatabase, dropWhenFree, runAs } from '../support/clusters.ts';
import { testDatabase } from '../support/database.ts';
import { openAllWords, tablesTelling } from '../support/sealed-words.ts';

const SECRET = 'a secret of at least thirty-two characters';
const WORDS = 'I paint, and walk far.';
const APP = 'JBSWY3DPEHPK3PXP';
const migrations = join(import.meta.dirname, '../../db/migrations');

/** The files from before words were sealed, which is before all that came since: their numbers are of then. */
const OF_THEN =
  '10 20 50 51 100 101 102 103 104 150 151 152 200 300 310 320 330 340 350 360 370 400 500 501 600 601 602 603'
    .split(' ')
    .map(Number);
const former = readdirSync(migrations).filter(
  (name) => OF_THEN.includes(Number(name.slice(0, 4))) && !name.endsWith('_sealed.sql'),
);

const database = await testDatabase();
const name = `u_${randomUUID().replaceAll('-', '')}`;
const ownerUrl = asDatabase(database.ownerUrl, name);
const appUrl = asDatabase(database.appUrl, name);
const [maya, lost] = [randomUUID(), randomUUID()];
const folder = mkdtempSync(join(tmpdir(), 'otonari-upgrade-'));

beforeAll(async () => {
  await runAs(asDatabase(ownerUrl, 'postgres'), `create database ${name}`);
  for (const file of former) copyFileSync(join(migrations, file), join(folder, file));
  await migrate(ownerUrl, folder);
  const sealed = (secret: string, id: string) => makeKeys(secret).seal(APP, `authenticator of ${id}`);
  await runAs(
    ownerUrl,
    `insert into people.persons (id, name, about) values ('${maya}', 'Maya', '${WORDS}'), ('${lost}', 'Ren', '${WORDS}');
     insert into auth.authenticators values
       ('${maya}', '${sealed(SECRET, maya)}', 0, now()), ('${lost}', '${sealed('a secret that nobody knows any more, none', lost)}', 0, now());
     insert into auth.sessions (token_hash, person_id, means, created_at, last_seen_at)
       values ('former', '${maya}', 'code', now(), now());
     insert into platform.kept_forms values ('token', '/', '[["about", "${WORDS}"]]', now() + interval '1 hour')`,
  );
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropWhenFree(asDatabase(ownerUrl, 'postgres'), name);
});

test('a database from before words were sealed starts, with all words sealed and every app that opens kept', async () => {
  const running = await start({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    SECRET,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'https://help.example.org',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  await running.stop();
  const seal = makeSeal(SECRET);
  const { db, close } = connect(appUrl, { seal });
  try {
    expect((await findPerson(db, maya))?.about).toBe(WORDS);
    const words = (await openAllWords(db, seal)).map(({ column, text }) => `${column}: ${text}`);
    const about = `people.persons.about: ${WORDS}`;
    expect(words.sort()).toEqual([`auth.authenticators.sealed_secret: ${APP}`, about, about]);
    expect(await tablesTelling(ownerUrl, WORDS)).toEqual([]);
    const { rows } = await sql`select subject from platform.settings order by subject desc`.execute(db);
    expect(rows).toEqual([{ subject: 'seal' }, { subject: 'file-store' }]);
    // Whoever was signed in signs in anew: former sessions followed from codes that could be made again.
    const open = await db.selectFrom('auth.sessions').where('ended_at', 'is', null).select('id').execute();
    expect(open).toEqual([]);
  } finally {
    await close();
  }
});
