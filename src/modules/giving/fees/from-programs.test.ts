import { expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../test/support/caller.ts';
import { applyForPair, askForFee } from '../../../../test/support/pairs.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { jobContext, runJobs } from '../../../../test/support/run-jobs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';

const product = await openProduct();
const { db } = product.database;
const now = product.clock();
const context = jobContext(product);

const booked = () =>
  db
    .selectFrom('giving.transactions as t')
    .innerJoin('giving.entries as e', 'e.transaction_id', 't.id')
    .select(['t.occurred_on', 'e.account_id', 'e.fund_id', 'e.amount_jpy'])
    .where('t.source', 'like', 'fee-paid:%')
    .orderBy('t.id')
    .orderBy('e.line')
    .execute();

test('a fee that a pair’s applicant paid is booked once, held by the program until the treasurer has it', async () => {
  const { id: applicationId } = await inTransaction(db, (tx) => applyForPair(tx, { side: 'resident', now }));
  const feeId = await inTransaction(db, (tx) => askForFee(tx, { applicationId, amount: 500, now }));
  const coordinator = await signIn(product, product.ids.coordinator);
  const path = `/en/desk/pairs/applications/${applicationId}/payments`;
  const paid = { feeId, paidOn: '2026-11-20' };
  expect((await press(product, coordinator, path, paid)).status).toBe(303);
  expect((await press(product, coordinator, path, paid)).status).toBe(422);
  await runJobs(product, context);
  const entry = { occurred_on: Temporal.PlainDate.from('2026-11-20'), fund_id: 'pairs' };
  expect(await booked()).toEqual([
    { ...entry, account_id: 'with_programs', amount_jpy: 500 },
    { ...entry, account_id: 'program_fees', amount_jpy: -500 },
  ]);

  const [event] = await db
    .selectFrom('platform.events')
    .selectAll()
    .where('type', '=', 'people.fee.paid')
    .execute();
  const [heard] = product.house.parts.listeners.filter(({ name }) => name === 'giving.fees');
  if (!event || !heard) throw new Error('nobody heard of it');
  await heard.handle({ ...event, ids: event.ids as Record<string, string> }, context);
  expect(await booked()).toHaveLength(2);

  const treasurer = await signIn(product, product.ids.treasurer);
  const overview = async () => (await ask(product, treasurer, '/en/books')).text();
  expect(await overview()).toMatch(/Fees that programs took[^<]*: ¥500/);
  const found = {
    kind: 'transfer',
    occurredOn: '2026-11-24',
    amount: '500',
    from: 'with_programs',
    to: 'cash',
    fund: 'pairs',
    memo: '',
  };
  expect((await press(product, treasurer, '/en/books/ledger/new', found)).status).toBe(303);
  expect(await overview()).not.toContain('Fees that programs took');
  const page = await (await ask(product, treasurer, '/en/books/trial-balance')).text();
  expect(page).toMatch(/Held by programs.*?¥500.*?¥500.*?¥0/s);
});
