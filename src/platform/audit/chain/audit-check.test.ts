import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { connect } from '../../database/connect.ts';
import { type Embedded, startEmbedded } from '../../database/embedded.ts';
import { migrate } from '../../database/migrate.ts';
import { inTransaction } from '../../database/transaction.ts';
import { makeSeal } from '../../sealed/seal.ts';
import { PROGRAM, recordAudit } from '../record.ts';
import { writeAnchor } from './anchors.ts';
import { makeMarks } from './marks.ts';
import { readEnd } from './store.ts';

const SECRET = 'a secret of at least thirty-two characters';
const root = join(import.meta.dirname, '../../../..');
const directory = mkdtempSync(join(tmpdir(), 'otonari-audit-check-'));
chmodSync(directory, 0o755); // PostgreSQL runs as another user when we are root.
const now = Temporal.Instant.from('2026-11-29T09:00:00+09:00');
let embedded: Embedded;

beforeAll(async () => {
  embedded = await startEmbedded({ directory: join(directory, 'postgres'), settings: ['fsync=off'] });
  await migrate(embedded.ownerUrl, join(root, 'db/migrations'));
  const connection = connect(embedded.appUrl, { seal: makeSeal(SECRET), most: 1 });
  for (const action of ['people.profile.viewed', 'spot.request.viewed'])
    await inTransaction(connection.db, (tx) => recordAudit(tx, PROGRAM, { action, outcome: 'done' }, now));
  await writeAnchor(
    join(directory, 'audit-anchors'),
    makeMarks(SECRET).seal(await readEnd(connection.db), now),
  );
  await connection.close();
});
afterAll(async () => {
  await embedded.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Runs the command by hand, as on a machine that has no database but the embedded one. */
function check(environment: Readonly<Record<string, string>> = {}) {
  const { PATH = '' } = process.env;
  const env = { PATH, SECRET, DATA_DIRECTORY: directory, ...environment };
  const args = ['--import', 'tsx', join(root, 'bin/operate/audit-check.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  return { status, said: stdout, complained: stderr };
}

test('the embedded database’s audit is checked by hand, with what was anchored', async () => {
  expect(check()).toEqual({
    status: 0,
    said: '{"entries":2,"anchors":1,"faults":[],"unreadable":0}\n',
    complained: '',
  });
});

test('without anything to compare with, nothing passes for whole', async () => {
  const { status, complained } = check({ AUDIT_ANCHORS: join(directory, 'elsewhere') });
  expect([status, complained]).toEqual([1, expect.stringContaining('There is no anchor in')]);
});

test('what can’t be done is said in a sentence', async () => {
  const away = check({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' });
  expect([away.status, away.complained.trim().split('\n')]).toEqual([
    1,
    ['connect ECONNREFUSED 127.0.0.1:1'],
  ]);
});

test('an entry that its owner has changed ends it with 1', async () => {
  await runAs(
    embedded.ownerUrl,
    `alter table audit.entries disable trigger user;
     update audit.entries set action = 'spot.request.closed' where position = 2`,
  );
  const { status, said } = check();
  expect([status, JSON.parse(said)]).toMatchObject([1, { faults: [{ kind: 'entry_changed', position: 2 }] }]);
});
