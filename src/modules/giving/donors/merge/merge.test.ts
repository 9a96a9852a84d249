import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { makeCampaign } from '../../../../../test/support/campaigns.ts';
import { runAs } from '../../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { donorWith } from '../../../../../test/support/receipts.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { findGiver } from '../../campaigns/store/wall.ts';
import { receiveGift } from '../../gifts/receive.ts';
import { listGifts } from '../../gifts/store/lists.ts';
import { listGiftsOf } from '../../mine/store.ts';
import { issueReceipt } from '../../receipts/issue.ts';
import { findGiftWaiting } from '../../receipts/store/gifts.ts';
import { listReceiptsOf } from '../../receipts/store/lists.ts';
import { donorFor } from '../known.ts';
import { listDonors } from '../store/lists.ts';
import { listMerges } from '../store/merges.ts';
import { findDonor, type insertDonor, listDonorsOf } from '../store.ts';
import { mergeDonors, takeApart } from './merge.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const today = Temporal.PlainDate.from('2026-11-24');
const by = { personId: null, now };
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);
const ALL = { name: 'standing', email: 'standing', address: 'standing', receiptWish: 'standing' } as const;

const somebody = async (name: string, more: Partial<Parameters<typeof insertDonor>[1]> = {}) =>
  donorWith(db, { name, now, ...more }, { '2026-11-20': 3000 });
const versionOf = async (id: string) => (await findDonor(db, id))?.version ?? 0;
async function merging(
  standingId: string,
  mergedId: string,
  choices: Parameters<typeof mergeDonors>[1]['choices'] = ALL,
) {
  const versions = { standing: await versionOf(standingId), merged: await versionOf(mergedId) };
  return (tx: Tx) => mergeDonors(tx, { standingId, mergedId, choices, versions, by });
}
const merge = async (...of: Parameters<typeof merging>) => doing(await merging(...of));
const mergeOf = async (standingId: string) => (await listMerges(db, standingId))[0]?.id ?? '';
const give = (tx: Tx, donorId: string) =>
  receiveGift(tx, {
    ...{ source: `test:${crypto.randomUUID()}`, donorId, fund: 'general', amount: 5000, channel: 'card' },
    ...{ givenOn: today, receivedOn: today, by },
  });
const whose = async (giftId: string | null) => {
  const { rows } = await sql<{
    donor_id: string;
  }>`select donor_id from giving.gifts where id = ${giftId}`.execute(db);
  return rows[0]?.donor_id;
};
const giftsOf = async (donorId: string) => (await listGiftsOf(db, [donorId])).length;

describe('a merge', () => {
  test('changes no gift, no entry and no receipt; all is read of the one who stands', async () => {
    const one = await somebody('Sita Rai');
    const other = await somebody('Sita K. Rai', { email: 'sita.k@otonari.example', receiptWish: 'each' });
    const found = await findDonor(db, other.donorId);
    const gift = await findGiftWaiting(db, other.giftIds[0] ?? '');
    if (!found || !gift) throw new Error('nothing was given');
    await doing((tx) =>
      issueReceipt(tx, 'https://otonari.test', {
        donor: found,
        gifts: [gift],
        calendarYear: null,
        by: null,
        now,
      }),
    );
    const books = () =>
      sql`select (select json_agg(g order by id) from giving.gifts g) as gifts,
        (select json_agg(r order by id) from giving.receipts r) as receipts,
        (select json_agg(e order by transaction_id, line) from giving.entries e) as entries`.execute(db);
    const before = await books();
    expect((await merge(one.donorId, other.donorId)).ok).toBe(true);
    expect((await books()).rows).toEqual(before.rows);
    expect(await giftsOf(one.donorId)).toBe(2);
    expect(await findDonor(db, other.donorId)).toMatchObject({
      ...{ id: one.donorId, name: 'Sita Rai', email: 'sita.k@otonari.example' },
    });
    expect((await listReceiptsOf(db, [one.donorId])).map(({ words }) => words?.name)).toEqual([
      'Sita K. Rai',
    ]);
    const window = { after: null, limit: 10 };
    const { rows } = await listGifts(db, { donorId: one.donorId }, window);
    expect(rows.map(({ donorName }) => donorName)).toEqual(['Sita Rai', 'Sita Rai']);
    const { rows: listed } = await listDonors(db, { words: 'rai' }, window);
    expect(listed.map(({ name, given }) => [name, Number(given)])).toEqual([['Sita Rai', 6000]]);
  });

  test('gives both the account of either, and back', async () => {
    const { id: personId } = await doing((tx) => createPerson(tx, { name: 'Bo', now }));
    const [one, other] = [await somebody('Bo'), await somebody('Bo', { personId })];
    await merge(one.donorId, other.donorId);
    const theirs = async () => (await listDonorsOf(db, { personId, email: null })).map(({ id }) => id);
    expect(await theirs()).toEqual([one.donorId]);
    const accounts = async () =>
      (
        await db
          .selectFrom('giving.donors')
          .select('person_id')
          .where('id', 'in', [one.donorId, other.donorId])
          .execute()
      ).filter(({ person_id }) => person_id === personId).length;
    expect(await accounts()).toBe(2);
    await doing(async (tx) => takeApart(tx, await mergeOf(one.donorId), by));
    expect(await theirs()).toEqual([other.donorId]);
    expect(await accounts()).toBe(1);
  });

  test('is found again by the name and address that went', async () => {
    const email = 'gone@otonari.example';
    const [one, other] = [
      await somebody('Kept', { email: 'kept@otonari.example' }),
      await somebody('Gone', { email }),
    ];
    await merge(one.donorId, other.donorId);
    expect(await doing((tx) => donorFor(tx, { name: 'ＧＯＮＥ', email, now }))).toBe(one.donorId);
  });
});

describe('an address that somebody signed in has only typed', () => {
  const account = (email: string) => doing((tx) => createPerson(tx, { name: 'Mallory', email, now }));
  const [theirs, other] = ['victor@otonari.example', 'mallory@otonari.example'];

  test('gives them nothing of whoever has it, in whatever direction they are merged', async () => {
    const { id: personId } = await account(other);
    const one = await somebody('Victor', { email: theirs });
    const typed = await somebody('Victor', { email: theirs, personId });
    const refusal = { code: 'donors_address_is_not_proved' };
    expect(await merge(one.donorId, typed.donorId)).toMatchObject({ refusal });
    expect(await merge(typed.donorId, one.donorId)).toMatchObject({ refusal });
    expect(await listDonorsOf(db, { personId, email: other })).toHaveLength(1);
    // What is entered for whoever has it is not theirs either.
    const entered = await doing((tx) => donorFor(tx, { name: 'Victor', email: theirs, now }));
    expect(entered).toBe(one.donorId);
  });

  test('is theirs once their account has proved it', async () => {
    const { id: personId } = await account('proved@otonari.example');
    const [one, own] = [
      await somebody('Mallory', { email: 'proved@otonari.example' }),
      await somebody('M.', { email: 'proved@otonari.example', personId }),
    ];
    expect(await doing((tx) => donorFor(tx, { name: 'M.', email: 'proved@otonari.example', now }))).toBe(
      own.donorId,
    );
    expect((await merge(one.donorId, own.donorId)).ok).toBe(true);
  });

  test('does not draw to them what the treasurer enters under it', async () => {
    const { id: personId } = await account('m@otonari.example');
    const typed = await somebody('Vera', { email: 'vera@otonari.example', personId });
    const entered = await doing((tx) => donorFor(tx, { name: 'Vera', email: 'vera@otonari.example', now }));
    expect(entered).not.toBe(typed.donorId);
    expect(await listDonorsOf(db, { personId, email: 'm@otonari.example' })).toHaveLength(1);
  });
});

test('an address that went opens nothing of the one who stands', async () => {
  const campaignId = await doing((tx) => makeCampaign(tx, { slug: 'winter', now }));
  const [email, went] = ['stays@otonari.example', 'went@otonari.example'];
  const one = await donorWith(db, { name: 'Stays', email, now }, { '2026-11-20': 3000 }, { campaignId });
  const other = await donorWith(
    db,
    { name: 'Went', email: went, now },
    { '2026-11-20': 3000 },
    { campaignId },
  );
  await merge(one.donorId, other.donorId);
  expect(await findGiver(db, campaignId, went)).toBeNull();
  expect(await findGiver(db, campaignId, email)).toMatchObject({ donorId: one.donorId });
  expect(await listDonorsOf(db, { personId: crypto.randomUUID(), email: went })).toEqual([]);
});

describe('taken apart', () => {
  test('each has what was theirs; what came since stays with the one who stood', async () => {
    const [one, other] = [
      await somebody('Ren Abe', { address: '墨田区1' }),
      await somebody('R. Abe', { kana: 'アベ' }),
    ];
    const third = await somebody('Abe');
    await merge(other.donorId, third.donorId);
    await merge(one.donorId, other.donorId, { ...ALL, name: 'merged' });
    const since = await doing((tx) => give(tx, third.donorId));
    expect(await whose(since)).toBe(one.donorId);
    const done = await doing(async (tx) => takeApart(tx, await mergeOf(one.donorId), by));
    expect(done.ok).toBe(true);
    expect(await findDonor(db, one.donorId)).toMatchObject({
      name: 'Ren Abe',
      kana: null,
      address: '墨田区1',
    });
    expect(await findDonor(db, third.donorId)).toMatchObject({ id: other.donorId, name: 'R. Abe' });
    expect([await giftsOf(one.donorId), await giftsOf(other.donorId)]).toEqual([2, 2]);
    expect(await merge(one.donorId, other.donorId)).toMatchObject({
      refusal: { code: 'donors_are_said_to_differ' },
    });
  });

  test('twice, or below a later merge, it is refused', async () => {
    const [one, other, third] = [await somebody('A1'), await somebody('A2'), await somebody('A3')];
    await merge(one.donorId, other.donorId);
    const id = await mergeOf(one.donorId);
    await merge(third.donorId, one.donorId);
    const apart = () => doing((tx) => takeApart(tx, id, by));
    expect(await apart()).toMatchObject({ refusal: { code: 'donor_merge_is_over' } });
    await doing(async (tx) => takeApart(tx, await mergeOf(third.donorId), by));
    const both = await Promise.all([apart(), apart()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await giftsOf(one.donorId), await giftsOf(other.donorId)]).toEqual([1, 1]);
  });
});

describe('rivals', () => {
  test('who merge at once, in whatever direction: each donor points at one who stands', async () => {
    for (let round = 0; round < 5; round++) {
      const [a = '', b = '', c = ''] = [
        (await somebody('One')).donorId,
        (await somebody('Two')).donorId,
        (await somebody('Three')).donorId,
      ];
      const work = [await merging(a, b), await merging(b, a), await merging(b, c), await merging(c, a)];
      const outcomes = await Promise.all(work.map((one) => doing(one)));
      const merged = outcomes.filter(({ ok }) => ok).length;
      expect(merged).toBeGreaterThan(0);
      const rows = await db
        .selectFrom('giving.donors')
        .select(['id', 'merged_into'])
        .where('id', 'in', [a, b, c])
        .execute();
      const stands = rows.filter(({ merged_into }) => merged_into === null).map(({ id }) => id);
      expect(stands).toHaveLength(3 - merged);
      for (const { merged_into } of rows) if (merged_into) expect(stands).toContain(merged_into);
      expect((await Promise.all(stands.map(giftsOf))).reduce((sum, many) => sum + many, 0)).toBe(3);
    }
  });

  test('a gift that arrives for somebody who is being merged is the standing one’s', async () => {
    const [one, other] = [await somebody('Stands'), await somebody('Goes')];
    const mergeThem = await merging(one.donorId, other.donorId);
    let arriving: Promise<string | null> = Promise.resolve(null);
    await doing(async (tx) => {
      const done = await mergeThem(tx);
      // It waits for the end of this transaction.
      arriving = doing((rival) => give(rival, other.donorId));
      return done;
    });
    expect(await whose(await arriving)).toBe(one.donorId);
    expect(await giftsOf(one.donorId)).toBe(3);
  });

  test('a gift under way when somebody merges its giver is read of the standing one', async () => {
    const [one, other] = [await somebody('Stands'), await somebody('Goes')];
    const mergeThem = await merging(one.donorId, other.donorId);
    let merged: Promise<{ ok: boolean }> = Promise.resolve({ ok: false });
    await doing(async (tx) => {
      await give(tx, other.donorId);
      merged = doing(mergeThem);
    });
    expect((await merged).ok).toBe(true);
    expect(await giftsOf(one.donorId)).toBe(3);
  });

  test('who changed one of them since it was looked at is not overwritten', async () => {
    const [one, other] = [await somebody('Before'), await somebody('Other')];
    const mergeThem = await merging(one.donorId, other.donorId);
    await db
      .updateTable('giving.donors')
      .set({ name: 'After', version: 2 })
      .where('id', '=', one.donorId)
      .execute();
    expect(await doing(mergeThem)).toMatchObject({ refusal: { code: 'donor_was_changed' } });
  });
});

test('the database itself refuses a chain, a circle and somebody forgotten', async () => {
  const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C')];
  const point = (from: { donorId: string }, to: { donorId: string }) =>
    runAs(ownerUrl, `update giving.donors set merged_into = '${to.donorId}' where id = '${from.donorId}'`);
  await point(a, b);
  await expect(point(b, c)).rejects.toThrow('a donor is merged into one who stands');
  await expect(point(c, a)).rejects.toThrow('a donor is merged into one who stands');
  await expect(point(b, a)).rejects.toThrow('a donor is merged into one who stands');
});
