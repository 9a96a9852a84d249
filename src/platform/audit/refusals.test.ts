import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { makeKit } from '../../../test/support/kit.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Actor, NOBODY } from '../permissions.ts';
import { get, page } from '../web/route.ts';
import { recordRefusedAct, sumUpRefusalsTask } from './refusals.ts';

const { db, pool } = await testDatabase();
const deskOf = (path: string) =>
  get({ path, access: ['coordinator'], audit: null, handle: () => page('desk', null as never) });
const paths = Array.from({ length: 40 }, (_, index) => `/shelf-${index}`);
const kit = makeKit(db, ['/desk', ...paths].map(deskOf));
const anna: Actor = {
  ...NOBODY,
  personId: '00000000-0000-4000-8000-000000000001',
  roles: new Set(['resident']),
};
const context = { db, clock: kit.clock, log: pino({ level: 'silent' }) };

let from = 0;
beforeEach(async () => {
  kit.clock.advance({ hours: 2 });
  await sumUpRefusalsTask.run({}, context);
  const { rows } = await pool.query('select coalesce(max(id), 0) as last from audit.entries');
  from = rows[0].last;
});

const entries = async () => {
  const { rows } = await pool.query('select * from audit.entries where id > $1 order by id', [from]);
  return rows;
};
const sumUp = async () => {
  kit.clock.advance({ minutes: 61 });
  await sumUpRefusalsTask.run({}, context);
};

describe('refusals that repeat', () => {
  test('two thousand in a row leave one entry and one with their number', async () => {
    kit.actor = anna;
    for (let n = 0; n < 200; n++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => kit.get('/en/desk')));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    }
    expect(await entries()).toHaveLength(1);
    await sumUpRefusalsTask.run({}, context);
    expect(await entries()).toHaveLength(1);
    await sumUp();
    const [first, sum, ...more] = await entries();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ action: 'GET /desk', outcome: 'refused', actor_id: anna.personId });
    expect(first.detail).toEqual({ code: 'no' });
    expect(sum).toMatchObject({ action: 'GET /desk', outcome: 'refused', actor_id: anna.personId });
    expect(sum.detail).toMatchObject({ code: 'no', repeats: 1999 });
    await sumUp();
    expect(await entries()).toHaveLength(2);
  });

  test('of many routes have a bound for each asker, and all are counted', async () => {
    kit.actor = anna;
    for (const path of [...paths, ...paths]) await kit.get(`/en${path}`);
    expect(await entries()).toHaveLength(20);
    await sumUp();
    const rows = await entries();
    expect(rows).toHaveLength(41);
    const repeats = rows.reduce((sum, { detail }) => sum + (detail.repeats ?? 0), 0);
    expect(20 + repeats).toBe(80);
  });

  test('of somebody else, or of another kind, are entries of their own', async () => {
    for (const personId of [anna.personId, '00000000-0000-4000-8000-000000000002']) {
      kit.actor = { ...anna, personId };
      for (const path of ['desk', 'shelf-1', 'desk']) await kit.get(`/en/${path}`);
    }
    expect(await entries()).toHaveLength(4);
  });
});

const act = {
  actor: { personId: null, role: 'visitor' },
  address: '192.0.2.7',
  action: 'test.act',
  code: 'no',
  object: { kind: 'test', id: 'a' },
} as const;
const refuse = (one: Parameters<typeof recordRefusedAct>[1]) =>
  inTransaction(db, (tx) => recordRefusedAct(tx, one, kit.clock()));

describe('who and what', () => {
  test('visitors are told apart by address, which is kept nowhere', async () => {
    for (const address of ['192.0.2.7', '192.0.2.8', '192.0.2.7'])
      await refuse({ ...act, address, page: 'denied' });
    expect(await entries()).toHaveLength(2);
    const { rows } = await pool.query('select * from audit.refusals');
    expect(JSON.stringify([...rows, ...(await entries())])).not.toContain('192.0.2');
  });

  test('each record that came back with a refusal leaves an entry, however many', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `record-${index}`);
    for (const id of [...ids, ...ids]) await refuse({ ...act, object: { kind: 'test', id }, page: 'shown' });
    expect((await entries()).map(({ object_id }) => object_id)).toEqual(ids);
    await sumUp();
    expect(
      (await entries()).slice(30).every(({ object_id, detail }) => object_id && detail.repeats === 1),
    ).toBe(true);
  });

  test('from ever new addresses fill a bounded place', async () => {
    await pool.query(`insert into audit.refusals (who, what, role, action, code, started_at, repeats)
      select n::text, 'x', 'visitor', 'x', 'no', '${kit.clock()}', 0 from generate_series(1, 2000) as n`);
    for (let n = 0; n < 50; n++) await refuse({ ...act, address: `10.0.0.${n}`, page: 'denied' });
    expect(await entries()).toEqual([]);
    await sumUp();
    expect((await entries()).map(({ action, detail }) => [action, detail.repeats])).toEqual([
      ['audit.further_refusals', 50],
    ]);
  });
});
