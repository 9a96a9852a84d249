import { sql } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { countRowsRead, hear } from '../../../../../bench/growth/statements.ts';
import { runAs } from '../../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { bankFile, takeInFile } from '../../../../../test/support/giving-bank.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { insertDonor } from '../../donors/store.ts';
import { insertPledge } from '../../pledges/store.ts';
import { explainByDonor } from '../explain/gift.ts';
import { listWaiting } from '../store/lines.ts';
import { keepNameKeys } from '../store/name-keys.ts';
import { findCertain } from '../take-in/certain.ts';
import { findSuggestions } from './find.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const by = { personId: null, now };

beforeEach(() => runAs(ownerUrl, 'truncate giving.bank_accounts, giving.donors cascade'));

const donor = (name: string, kana?: string) =>
  inTransaction(db, (tx) => insertDonor(tx, { name, now, ...(kana && { kana }) }));

function announce(donorId: string, amount: number, daysBefore = 5): Promise<{ readonly number: number }> {
  const madeAt = now.subtract({ hours: 24 * daysBefore });
  const pledge = { donorId, amount, campaignId: null, fund: 'general', channel: 'bank' } as const;
  const rest = { isAnonymous: false, inMemoryOf: null, note: null };
  const expiresAt = madeAt.add({ hours: 24 * 60 });
  return inTransaction(db, (tx) => insertPledge(tx, { ...pledge, ...rest, madeAt, expiresAt }));
}

let dayOfMonth = 20;
/** Brings a line of 3,000 yen of this payer. */
async function bring(name: string): Promise<void> {
  const line = { day: `0811${dayOfMonth++}`, amount: 3000, name };
  await inTransaction(db, (tx) => takeInFile(tx, bankFile([line]), by));
}

/** What is suggested for the last line that waits. */
async function suggested() {
  const last = await lastLine();
  const found = (await findSuggestions(db, last)).get(last[0]?.id ?? '') ?? [];
  return found.map(({ donorName, reasons, pledge }) => [donorName, pledge?.amount ?? null, reasons]);
}

async function lastLine() {
  const { rows } = await listWaiting(db, { after: null, limit: 100 }, undefined);
  return rows.slice(-1);
}

beforeEach(() => {
  dayOfMonth = 20;
});

describe.each(['just now', 'some minutes ago'])('whoever has been entered %s', (when) => {
  const pass = async () => {
    if (when !== 'just now') await keepNameKeys(db);
  };

  test('and has the same name, the same sound or nearly the same letters is suggested, the likeliest first', async () => {
    await donor('山田 花子', 'ヤマダ ハナコ');
    await donor('Hanako Yamada');
    await donor('山戸 花子', 'ヤマド ハナコ');
    await donor('青木 はる', 'アオキ ハル');
    await pass();
    await bring('ﾔﾏﾀﾞ ﾊﾅｺ');
    expect(await suggested()).toEqual([
      ['山田 花子', null, ['name']],
      ['Hanako Yamada', null, ['sounds']],
      ['山戸 花子', null, ['spelling']],
    ]);
  });

  test('and was merged is suggested as whoever stands for them', async () => {
    const id = await donor('森 はる', 'モリ ハル');
    const former = await donor('青木 はる', 'アオキ ハル');
    await db.updateTable('giving.donors').set({ merged_into: id }).where('id', '=', former).execute();
    await pass();
    await bring('ｱｵｷ ﾊﾙ');
    expect(await suggested()).toEqual([['森 はる', null, ['name']]]);
  });

  test('and has another name since, or is gone, is found by what they are called now', async () => {
    const id = await donor('山田 花子', 'ヤマダ ハナコ');
    await pass();
    await bring('ﾔﾏﾀﾞ ﾊﾅｺ');
    expect(await suggested()).toHaveLength(1);
    const named = { name: '高木 花子', kana: 'タカギ ハナコ' };
    await db.updateTable('giving.donors').set(named).where('id', '=', id).execute();
    expect(await suggested()).toEqual([]);
    await pass();
    await bring('ﾀｶｷﾞ ﾊﾅｺ');
    expect(await suggested()).toEqual([['高木 花子', null, ['name']]]);
    await db.updateTable('giving.donors').set({ forgotten_at: now }).where('id', '=', id).execute();
    expect(await suggested()).toEqual([]);
  });
});

/** Of three letters twice, so that two of them are never one letter apart. */
const nameOf = (number: number) =>
  [...String(number)].map((digit) => 'アイウエオカキクケコ'[Number(digit)]).join('');

test('among very many who give and have announced something, few are read', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => `${nameOf(at + 1000)} ${nameOf(at + 1000)}`);
  await sql`insert into giving.donors (name, created_at) select unnest(${many}::text[]), ${now}`.execute(db);
  await sql`insert into giving.pledges (number, donor_id, amount_jpy, fund_id, channel, made_at, expires_at)
    select 100000 + row_number() over (), id, 5000, 'general', 'bank', ${now.subtract({ hours: 99 })},
      ${now.add({ hours: 99 })} from giving.donors`.execute(db);
  while (await keepNameKeys(db));
  await announce(await donor('山田 花子', 'ヤマダ ハナコ'), 3000);
  await bring('ﾔﾏﾄﾞ ﾊﾅｺ');
  const line = await lastLine();
  const statements = await hear(async () => {
    await findCertain(db, line);
    return findSuggestions(db, line);
  });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('vacuum analyze giving.donors, giving.pledges');
  const reads: number[] = [];
  for (const one of statements) reads.push(await countRowsRead(client, one));
  await client.end();
  expect(Math.max(...reads)).toBeLessThan(100);
  expect(await suggested()).toEqual([['山田 花子', 3000, ['spelling', 'amount', 'date']]]);
});

test('a payer who was explained before is the same donor, whatever they are called', async () => {
  const id = await donor('株式会社 そら');
  await bring('ｷﾑﾗ');
  const { rows } = await listWaiting(db, { after: null, limit: 1 }, undefined);
  const on = { lineId: rows[0]?.id ?? '', version: rows[0]?.version ?? 0, by };
  await inTransaction(db, (tx) => explainByDonor(tx, { ...on, donorId: id, fund: 'general' }));
  await bring('ｷﾑﾗ');
  expect(await suggested()).toEqual([['株式会社 そら', null, ['earlier']]]);
});

test('few who announced this amount in the two weeks before; many, or those who announced it later, say nothing', async () => {
  const [one, ...others] = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => donor(name)));
  await announce(one ?? '', 3000);
  for (const id of others) await announce(id, 3000, -2);
  await bring('ｻｻｷ ﾐｵ');
  expect(await suggested()).toEqual([['A', 3000, ['amount', 'date']]]);
  for (const id of others) await announce(id, 3000);
  expect(await suggested()).toEqual([]);
});

test('a number before the name of somebody else suggests both', async () => {
  const { number } = await announce(await donor('青木 はる', 'アオキ ハル'), 5000);
  await donor('佐々木 澪', 'ササキ ミオ');
  await bring(`${number} ｻｻｷ ﾐｵ`);
  expect(await suggested()).toEqual([
    ['青木 はる', 5000, ['number', 'date']],
    ['佐々木 澪', null, ['name']],
  ]);
});

test('a number behind the name suggests its pledge', async () => {
  const { number } = await announce(await donor('青木 はる'), 5000);
  await bring(`ｻｻｷ ${number}`);
  expect(await suggested()).toEqual([['青木 はる', 5000, ['number_behind', 'date']]]);
});
