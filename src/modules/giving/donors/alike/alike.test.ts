import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { mergeDonors } from '../merge/merge.ts';
import { countPairs, listPairs, markDiffering, unmarkDiffering } from '../store/pairs.ts';
import { updateDonor } from '../store/update.ts';
import { findDonor, insertDonor } from '../store.ts';
import { compareDonors } from './jobs.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const by = { personId: null, now };
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);
let second = 0;
const somebody = (name: string, more: Partial<Parameters<typeof insertDonor>[1]> = {}) =>
  doing((tx) => insertDonor(tx, { name, now: now.add({ seconds: second++ }), ...more }));

/** With what each donor is proposed to be one of these. */
async function proposed(...ids: readonly string[]) {
  await compareDonors(db, now);
  const { rows } = await listPairs(db, { differ: false }, { after: null, limit: 1000 });
  return rows
    .filter(({ first, second: other }) => ids.includes(first.id) && ids.includes(other.id))
    .map(({ first, second: other, signs }) => [ids.indexOf(first.id), ids.indexOf(other.id), ...signs]);
}

describe('donors are proposed to be one', () => {
  test.each([
    ['kana and width', { name: '山田 花子', kana: 'ヤマダ ハナコ' }, { name: 'ﾔﾏﾀﾞ ﾊﾅｺ' }, 'name'],
    ['case', { name: 'Sita Rai' }, { name: 'ＳＩＴＡ　ＲＡＩ' }, 'name'],
    ['legal form', { name: '株式会社たなか' }, { name: 'カ)タナカ' }, 'name'],
    [
      'mail',
      { name: 'Ren', email: 'ren@otonari.example' },
      { name: 'れん', email: 'ren@otonari.example' },
      'email',
    ],
    [
      'postal address',
      { name: 'Mei', address: '墨田区東駒形1丁目2番地の3号' },
      { name: 'Lin', address: '墨田区東駒形１－２－３' },
      'address',
    ],
  ] as const)('by %s', async (_, one, other, sign) => {
    const ids = [await somebody(one.name, one), await somebody(other.name, other)];
    expect(await proposed(...ids)).toEqual([[0, 1, sign]]);
  });

  test('once, with all that they have in common; again when one is changed, no more when nothing is left of it', async () => {
    const same = { email: 'bo@otonari.example', address: '墨田区業平9' };
    const ids = [await somebody('Bo Li', same), await somebody('BO LI', same)];
    expect(await proposed(...ids)).toEqual([[0, 1, 'name', 'email', 'address']]);
    const donor = await findDonor(db, ids[1] ?? '');
    if (!donor) throw new Error('nobody');
    await doing((tx) =>
      updateDonor(tx, donor, { ...donor, name: 'Someone Else', email: null, address: null }),
    );
    expect(await proposed(...ids)).toEqual([]);
  });

  test('not by what more than twenty share, and not without end', async () => {
    const ids = [];
    for (let at = 0; at < 25; at++) ids.push(await somebody(`Room ${at}x`, { address: '墨田区押上 寮' }));
    expect(await proposed(...ids)).toEqual([]);
  });

  test('also by the name of somebody who was merged', async () => {
    const [one, other] = [await somebody('Aiko Mori'), await somebody('Mori A.')];
    const versions = { standing: 1, merged: 1 };
    await doing((tx) =>
      mergeDonors(tx, { standingId: one, mergedId: other, choices: { name: 'standing' }, versions, by }),
    );
    const late = await somebody('MORI A.');
    expect(await proposed(one, late)).toEqual([[0, 1, 'name']]);
  });
});

describe('two who are not the same', () => {
  test('are remembered, whatever is changed, until somebody takes it back', async () => {
    const ids = [await somebody('Kim'), await somebody('KIM')] as const;
    expect(await proposed(...ids)).toHaveLength(1);
    const before = await countPairs(db);
    await doing((tx) => markDiffering(tx, ids[1], ids[0], by));
    expect(await countPairs(db)).toBe(before - 1);
    const donor = await findDonor(db, ids[0]);
    if (!donor) throw new Error('nobody');
    await doing((tx) => updateDonor(tx, donor, { ...donor, kana: 'キム' }));
    expect(await proposed(...ids)).toEqual([]);
    await doing((tx) => unmarkDiffering(tx, ...ids));
    expect(await proposed(...ids)).toHaveLength(1);
  });

  test('are so for whoever either was merged into', async () => {
    const [one, other, third] = [await somebody('Lee'), await somebody('LEE'), await somebody('Lee ')];
    await doing((tx) => markDiffering(tx, one, third, by));
    const versions = { standing: 1, merged: 1 };
    await doing((tx) =>
      mergeDonors(tx, { standingId: other, mergedId: one, choices: { name: 'standing' }, versions, by }),
    );
    expect(await proposed(other, third)).toEqual([]);
  });
});
