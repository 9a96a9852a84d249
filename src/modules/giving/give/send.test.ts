import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { listDonorsOf } from '../donors/store.ts';
import type { GiveFields } from './form.ts';
import { announce } from './send.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T10:00:00+09:00');
const typed: GiveFields = {
  ...{ rhythm: 'once', tier: '3000', amount: null, channel: 'bank', fund: 'general', kind: 'person' },
  ...{ name: 'Maya', kana: null, email: 'maya@otonari.example', address: null, receipt: 'none' },
  ...{ receiptByPost: false, inMemoryOf: null, isAnonymous: false, note: null, campaign: '' },
};

test('who is signed in and gives again is the same donor, unless they wish for another receipt', async () => {
  const { id: personId } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Maya', now }));
  const give = async (fields: GiveFields) => {
    await inTransaction(db, (tx) => announce(tx, fields, { personId, locale: 'en', now }));
    return (await listDonorsOf(db, { personId, email: null })).map(({ receiptWish }) => receiptWish);
  };
  expect(await give(typed)).toEqual(['none']);
  expect(await give(typed)).toEqual(['none']);
  const wishes = await give({ ...typed, receipt: 'yearly' });
  expect(wishes.toSorted()).toEqual(['none', 'yearly']);
  expect(await give({ ...typed, receipt: 'yearly' })).toHaveLength(2);
});
