import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { erase } from './erase.ts';

const { db } = await testDatabase();

test('erasing has a minute for each statement, and what comes after it the usual time', async () => {
  const waiting = sql<{ statement_timeout: string }>`show statement_timeout`;
  const personId = '00000000-0000-4000-8000-000000000001';
  const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
  const during = await inTransaction(db, async (tx) => {
    await erase(tx, [], { personId, askedAt: now, now });
    return (await waiting.execute(tx)).rows;
  });
  expect(during).toEqual([{ statement_timeout: '1min' }]);
  expect((await waiting.execute(db)).rows).toEqual([{ statement_timeout: '15s' }]);
});
