import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asDatabase, dropWhenFree, runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readSetting, type Setting, writeSetting } from '../../platform/settings/settings.ts';
import { type Hours, hoursSetting } from './hours.ts';

const folder = join(import.meta.dirname, '../../../db/migrations');
const STEP = '0720_platform_hours.sql';
const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T00:00:00Z');

/** A program's setting with the hours in it, and how a version of before the hours had a subject of their own saw it. */
const spot: Setting<Hours & { waveSize: number }> = {
  subject: 'spot',
  schema: hoursSetting.schema.extend({ waveSize: z.int().default(5) }),
  value: { ...hoursSetting.value, waveSize: 5 },
  shared: hoursSetting,
};
const { shared: _, ...former } = spot;

const write = <T>(setting: Setting<T>, value: T) =>
  inTransaction(db, (tx) => writeSetting(tx, setting, { value, seen: null, by: null, now }));
const asFormer = () => readSetting(db, former);
const christmas = { ...hoursSetting.value, closedOn: ['2026-12-25'] };

describe('hours that a program reads with its own settings', () => {
  beforeEach(() => db.deleteFrom('platform.settings').where('subject', 'in', ['spot', 'hours']).execute());

  test('are the organization’s', async () => {
    expect(await readSetting(db, spot)).toEqual(spot.value);
    await write(hoursSetting, christmas);
    expect(await readSetting(db, spot)).toEqual({ ...christmas, waveSize: 5 });
  });

  test('are kept by themselves when the program’s are written', async () => {
    await write(spot, { ...christmas, waveSize: 4 });
    expect(await readSetting(db, hoursSetting)).toEqual(christmas);
    await write(hoursSetting, hoursSetting.value);
    expect(await readSetting(db, spot)).toEqual({ ...hoursSetting.value, waveSize: 4 });
  });

  test('stand even where the program’s own no longer fit', async () => {
    await write(spot, { ...christmas, waveSize: 4 });
    const narrow = { ...spot, schema: spot.schema.refine(({ waveSize }) => waveSize === 9) };
    expect(await readSetting(db, narrow)).toEqual({ ...christmas, waveSize: 5 });
  });

  test('that the former version writes are read by this one, and those of this one by the former', async () => {
    await write(former, { ...christmas, waveSize: 3 });
    expect(await readSetting(db, hoursSetting)).toEqual(christmas);
    const late = { ...hoursSetting.value, closesAt: '20:00' };
    await write(hoursSetting, late);
    expect(await asFormer()).toEqual({ ...late, waveSize: 3 });
    await write(spot, { ...late, waveSize: 2 });
    expect(await asFormer()).toEqual({ ...late, waveSize: 2 });
    await write(former, { ...christmas, waveSize: 2 });
    expect(await readSetting(db, spot)).toEqual({ ...christmas, waveSize: 2 });
  });

  test('are seen by the former version where nobody has ever set anything of the program', async () => {
    await write(hoursSetting, christmas);
    expect(await asFormer()).toEqual({ ...christmas, waveSize: 5 });
  });
});

test('what an administrator had set for the program is carried over', async () => {
  const admin = asDatabase(ownerUrl, 'postgres');
  const name = `h_${randomUUID().replaceAll('-', '')}`;
  await runAs(admin, `create database ${name}`);
  const url = asDatabase(ownerUrl, name);
  await migrate(url, folder, (step) => step < STEP);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const stored = { ...christmas, opensAt: '10:00', waveSize: 4 };
    await client.query(`insert into platform.settings (subject, value) values ('spot', $1)`, [stored]);
    await migrate(url, folder, (step) => step <= STEP);
    const rows = await client.query(`select value from platform.settings where subject = 'hours'`);
    expect(rows.rows).toEqual([{ value: { ...christmas, opensAt: '10:00' } }]);
  } finally {
    await client.end();
    await dropWhenFree(admin, name);
  }
});
