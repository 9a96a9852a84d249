import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { asDatabase, dropWhenFree, runAs } from '../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { createPerson } from '../../modules/people/index.ts';
import { personalDataMaps } from '../../modules.ts';
import { connect } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { keepFile } from '../files/files.ts';
import { diskStore } from '../files/store/disk.ts';
import { taskListOf } from '../jobs/worker.ts';
import { erase } from '../rights/erase.ts';
import { sealAnew } from '../sealed/seal-anew.ts';
import { writeErasuresDownTask } from './erasures.ts';
import { takeBackup } from './take.ts';

const { db, pool, ownerUrl } = await testDatabase();
const admin = asDatabase(ownerUrl, 'postgres');
const root = await mkdtemp(join(tmpdir(), 'otonari-erased-'));
afterAll(() => rm(root, { recursive: true }));
const log = pino({ level: 'silent' });
const now = Temporal.Instant.from('2026-11-29T09:00:00+09:00');
const bytes = Buffer.from('a photo');
const picture = { bytes, mediaType: 'image/webp', width: 1, height: 1, sha256: 'x' } as const;

/** Somebody with a photo of theirs. */
async function makePerson(name: string): Promise<string> {
  return await inTransaction(db, async (tx) => {
    const email = `${name}@example.org`;
    const { id } = await createPerson(tx, { name, email, about: 'hello', roles: ['resident'], now });
    const files = { store: diskStore(join(root, 'files')), log };
    await keepFile(tx, files, { picture, ownerId: id, kind: 'spot.photo', now });
    return id;
  });
}

/** `npm run restore`, as whoever runs the house types it. */
async function restore(folder: string, erasuresLog: string): Promise<string> {
  const name = `r_${randomUUID().replaceAll('-', '')}`;
  await runAs(admin, `create database ${name}`);
  afterAll(() => dropWhenFree(admin, name));
  const url = asDatabase(ownerUrl, name);
  const command = join(import.meta.dirname, '../../../bin/operate/restore.ts');
  execFileSync(process.execPath, ['--import', 'tsx', command, folder], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      DATABASE_URL: url,
      DATA_DIRECTORY: join(root, name),
      ERASURES_LOG: erasuresLog,
      SECRET: 'a secret of at least thirty-two characters',
      SMTP_URL: 'smtps://127.0.0.1:1',
      PUBLIC_URL: 'https://help.example',
    },
  });
  return url;
}

test('who is erased after a backup is erased again by the restore, and nobody else', async () => {
  await sealAnew(ownerUrl, testSeal, personalDataMaps, log);
  const [gone, stays] = [await makePerson('gone'), await makePerson('stays')];
  const store = diskStore(join(root, 'files'));
  const { folder } = await takeBackup({ ownerUrl, store, folder: join(root, 'backups'), now, keep: 3 });

  await inTransaction(db, (tx) => erase(tx, personalDataMaps, { personId: gone, askedAt: now, now }));
  const erasuresLog = join(root, 'erasures.log');
  const parts = { tasks: [writeErasuresDownTask(erasuresLog)], listeners: [] };
  const taskList = taskListOf(parts, { db, clock: () => now, log });
  await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: new Logger(() => () => {}) });
  const lines = await readFile(erasuresLog, 'utf8');
  expect([lines.includes(gone), lines.includes('gone'), lines.includes(stays)]).toEqual([true, false, false]);

  const restored = connect(await restore(folder, erasuresLog), { seal: testSeal });
  const { rows } = await sql`
    select p.id, p.name, p.email, p.erased_at is not null as erased, f.id is not null as has_photo
    from people.persons p left join platform.files f on f.owner_id = p.id
    where p.id in (${gone}, ${stays}) order by p.erased_at`.execute(restored.db);
  const erasures = await restored.db.selectFrom('platform.erasures').select('person_id').execute();
  await restored.close();
  expect(rows).toMatchObject([
    { id: gone, email: null, erased: true, has_photo: false },
    { id: stays, name: 'stays', email: 'stays@example.org', erased: false, has_photo: true },
  ]);
  expect(JSON.stringify(rows[0])).not.toContain('"gone"');
  expect(erasures).toEqual([{ person_id: gone }]);
});
