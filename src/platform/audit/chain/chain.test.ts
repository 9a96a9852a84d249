import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { settableClock } from '../../clock.ts';
import { PROGRAM, recordAudit } from '../record.ts';
import { readAnchors, toLine, writeAnchor } from './anchors.ts';
import { readChainState } from './chain-state.ts';
import { checkAll } from './check-all.ts';
import { BEGINNING, follow } from './follow.ts';
import { markAnew } from './mark-anew.ts';
import { makeMarks, type Seal } from './marks.ts';
import { listLinks, listSeals } from './store.ts';
import { chainTasks } from './watch.ts';

const SECRET = 'a secret of at least thirty-two characters';
const OTHER = 'another secret of thirty-two characters or so';
const { db, pool, ownerUrl } = await testDatabase();
const clock = settableClock('2026-11-24T09:00:00+09:00');
const lines: string[] = [];
const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
const context = { db, clock, log };
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const told: string[] = [];
const mailed: Seal[] = [];
let directory = '';
const jobs = (secret = SECRET) =>
  chainTasks({
    secret,
    directory,
    tellAlarm: async (_tx, alarm) => void told.push(alarm.kind),
    tellAnchor: async (_tx, seal) => void mailed.push(seal),
  });
const run = async (name: 'seal-audit' | 'check-audit', secret = SECRET) => {
  told.length = 0;
  await jobs(secret)
    .find((job) => job.name === name)
    ?.run({}, context);
  return [...told];
};
const write = async (count: number) => {
  for (let n = 0; n < count; n++)
    await db
      .transaction()
      .execute((tx) => recordAudit(tx, PROGRAM, { action: `test.act_${n}`, outcome: 'done' }, clock()));
};
/** What an owner of the tables can do: take out an entry and chain everything anew. */
const rechain = (without: string) => `
  alter table audit.entries disable trigger user;
  delete from audit.entries where ${without};
  update audit.entries set position = null;
  do $$ declare e audit.entries; last bytea := sha256('otonari'); place bigint := 0; begin
    for e in select * from audit.entries order by id loop
      place := place + 1; last := audit.entry_hash(last, e);
      update audit.entries set position = place, hash = last where id = e.id;
    end loop;
    update audit.chain set position = place, hash = last;
  end $$;
  alter table audit.entries enable trigger user`;
const asOwner = (sql: string) => runAs(ownerUrl, sql);
const whole = async (anchors: readonly Seal[] = []) =>
  (await checkAll(db, makeMarks(SECRET), anchors)).faults.map(({ kind }) => kind);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'otonari-anchors-'));
  folders.push(directory);
  await asOwner(`alter table audit.entries disable trigger user; delete from audit.entries;
    alter table audit.entries enable trigger user; update audit.chain set position = 0, hash = sha256('otonari');
    delete from audit.seals; delete from audit.alarms; delete from audit.checks`);
  lines.length = 0;
  mailed.length = 0;
  await write(6);
  expect(await run('seal-audit')).toEqual([]);
  await write(3);
  clock.advance({ minutes: 10 });
  expect(await run('seal-audit')).toEqual([]);
});

describe('a chain that holds', () => {
  test('is sealed at its head, anchored in a file, checked and mailed', async () => {
    expect((await listSeals(db, 0, 100)).map(({ position }) => position)).toEqual([6, 9]);
    expect((await readAnchors(directory, 'all')).seals.map(({ position }) => position)).toEqual([6, 9]);
    expect(await readdir(directory)).toEqual(['2026-11.jsonl']);
    expect(await run('check-audit')).toEqual([]);
    expect(mailed.map(({ position }) => position)).toEqual([9]);
    expect(await readChainState(db, clock())).toMatchObject({
      entries: 9,
      sealedUpTo: 9,
      openFaults: 0,
      isBehind: false,
    });
  });

  test('of before there were seals is checked and sealed', async () => {
    await asOwner('delete from audit.seals');
    expect(await run('seal-audit')).toEqual([]);
    expect((await listSeals(db, 0, 100)).map(({ position }) => position)).toEqual([9]);
  });

  test('without anything new gets no new seal, and only what is new is read again', async () => {
    await run('seal-audit');
    expect((await readAnchors(directory, 'all')).seals).toHaveLength(2);
    await asOwner(`alter table audit.entries disable trigger user;
      update audit.entries set action = 'test.forged' where position = 2;
      alter table audit.entries enable trigger user`);
    expect(await run('seal-audit')).toEqual([]);
    expect(await run('check-audit')).toEqual(['entry_changed']);
  });

  test('that nobody has checked for an hour is behind', async () => {
    await write(1);
    expect((await readChainState(db, clock().add({ minutes: 59 }))).isBehind).toBe(false);
    expect((await readChainState(db, clock().add({ minutes: 61 }))).isBehind).toBe(true);
  });
});

describe('an owner of the tables without the secret', () => {
  test('who takes out an entry and chains anew is found at the next run, and told of once', async () => {
    await asOwner(rechain('position = 4'));
    expect(await run('seal-audit')).toContain('seal_does_not_fit');
    expect(lines.join()).toContain('the audit chain does not hold');
    expect(await run('seal-audit')).toEqual([]);
    expect((await readChainState(db, clock())).openFaults).toBeGreaterThan(0);
    expect(await whole()).toContain('seal_does_not_fit');
  });

  test('who makes new seals as well has no key for them', async () => {
    await asOwner(rechain('position = 4'));
    await asOwner(`delete from audit.seals; insert into audit.seals
      select position, '${makeMarks(SECRET).keyName}', hash, now(), sha256('guess') from audit.chain`);
    expect(await run('seal-audit')).toContain('seal_forged');
  });

  test('who takes out all seals is found by the anchors', async () => {
    await asOwner(rechain('position = 4'));
    await asOwner('delete from audit.seals');
    await run('seal-audit');
    expect(await run('check-audit')).toEqual(['anchor_does_not_fit']);
  });

  test('who cuts off the end is found by the seal, and without it by the anchor', async () => {
    await asOwner(rechain('position > 7'));
    expect(await run('seal-audit')).toContain('seal_does_not_fit');
    await asOwner('delete from audit.seals where position > 7; delete from audit.alarms');
    expect(await run('seal-audit')).toEqual([]);
    expect(await run('check-audit')).toEqual(['anchor_does_not_fit']);
  });

  test('who adds an entry outside the chain is found', async () => {
    await write(1);
    await asOwner('alter table audit.entries disable trigger seal');
    await write(1);
    await asOwner('alter table audit.entries enable trigger seal');
    // Also as the last one, before anything is chained behind it.
    expect(await whole()).toEqual(['entry_outside']);
    await write(1);
    expect(await run('seal-audit')).toEqual(['entry_outside']);
  });

  test('who changes the anchors has no key for them either', async () => {
    const [file] = await readdir(directory);
    const path = join(directory, file ?? '');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"position":9', '"position":8'));
    expect(await run('check-audit')).toEqual(['anchor_does_not_fit']);
    await writeFile(path, `${text}nothing\n`);
    await run('check-audit');
    expect(lines.join()).toContain('are no anchors');
  });
});

test('who owns the tables and knows the secret is found by an anchor that lies elsewhere', async () => {
  const elsewhere = await readAnchors(directory, 'all');
  await asOwner(rechain('position = 4'));
  await asOwner('delete from audit.seals');
  await rm(directory, { recursive: true });
  expect(await run('seal-audit')).toEqual([]);
  expect(await run('check-audit')).toEqual([]);
  expect(await whole(elsewhere.seals)).toEqual(['anchor_does_not_fit']);
  expect(await whole()).toEqual([]);
});

describe('at a change of the secret', () => {
  test('seals and anchors of before go on to count', async () => {
    await markAnew(db, OTHER, SECRET);
    await markAnew(db, OTHER, SECRET);
    expect(await run('seal-audit', OTHER)).toEqual([]);
    expect(await run('check-audit', OTHER)).toEqual([]);
    expect(await listSeals(db, 0, 100)).toHaveLength(4);
  });

  test('what the former secret did not vouch for is not vouched for', async () => {
    await asOwner(`update audit.seals set mark = sha256('guess') where position = 6`);
    await markAnew(db, OTHER, SECRET);
    expect(await run('check-audit', OTHER)).toContain('seal_forged');
  });
});

test('an anchor that can’t be written leaves no seal, and the job fails', async () => {
  await write(1);
  const file = join(directory, 'file');
  await writeFile(file, '');
  directory = file;
  await expect(run('seal-audit')).rejects.toThrow();
  expect(await listSeals(db, 9, 100)).toEqual([]);
});

test('each line of an anchor reads as it was written', async () => {
  const seal = makeMarks(SECRET).seal({ ...BEGINNING, position: 7 }, clock());
  await writeAnchor(directory, seal);
  const read = (await readAnchors(directory, 'newest two')).seals.at(-1);
  expect(read && toLine(read)).toBe(toLine(seal));
  expect(read && makeMarks(SECRET).holds(read)).toBe(true);
  expect(read && makeMarks(OTHER).holds(read)).toBe(false);
});

test('the hashes computed here are those of the database', async () => {
  const { rows } = await pool.query('select audit.first_break() as broken');
  expect(rows[0].broken).toBeNull();
  const { links } = await listLinks(db, { after: 0, upTo: 9, most: 100 });
  expect(links).toHaveLength(9);
  expect(follow(BEGINNING, links).fault).toBeNull();
  const without = links.filter(({ position }) => position !== 4);
  expect(follow(BEGINNING, without).fault).toEqual({ kind: 'entry_missing', position: 4 });
});
