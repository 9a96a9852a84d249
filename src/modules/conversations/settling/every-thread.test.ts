import { expect, test } from 'vitest';
import { openProduct } from '../../../../test/support/product.ts';
import { jobContext, runJobs } from '../../../../test/support/run-jobs.ts';
import { accepted } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { keepApart, suspendPerson } from '../../trust/index.ts';
import { findThread, openThread } from '../index.ts';

const product = await openProduct();
const { db } = product.database;
const { maya, haru, midori, coordinator } = product.ids;
const now = product.clock();
const decision = {
  reason: 'A worry is looked into.',
  by: { personId: coordinator, role: 'coordinator' },
  now,
};

/** Threads of a program that this house does not know. */
const open = (kind: 'visit' | 'asking', participantIds: readonly string[]) =>
  inTransaction(db, (tx) =>
    openThread(tx, { kind, subject: { kind: 'made_up.walk', id: crypto.randomUUID() }, participantIds, now }),
  );
const isOpen = async (id: string) => (await findThread(db, id))?.closedAt === null;

test('two who are kept apart share no open conversation, whatever it is about', async () => {
  const shared = [await open('visit', [maya, haru]), await open('visit', [maya, haru, midori])];
  const other = await open('visit', [maya, midori]);
  accepted(await inTransaction(db, (tx) => keepApart(tx, { personId: maya, otherId: haru, ...decision })));
  await runJobs(product, jobContext(product));
  for (const id of shared) expect(await isOpen(id)).toBe(false);
  expect(await isOpen(other)).toBe(true);
});

test('nobody who is suspended has an open conversation, whatever it is about', async () => {
  const own = [await open('visit', [maya, midori]), await open('asking', [maya])];
  const other = await open('visit', [haru, midori]);
  accepted(await inTransaction(db, (tx) => suspendPerson(tx, { personId: maya, ...decision })));
  await runJobs(product, jobContext(product));
  for (const id of own) expect(await isOpen(id)).toBe(false);
  expect(await isOpen(other)).toBe(true);
});
