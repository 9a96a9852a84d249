import { expect, test } from 'vitest';
import { cancelRequest } from '../../src/modules/spot/index.ts';
import { personalDataMaps } from '../../src/modules.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { forget } from '../../src/platform/rights/forget.ts';
import { testSeal } from '../support/database.ts';
import { openProduct } from '../support/product.ts';
import { jobContext, runJobs, runTask } from '../support/run-jobs.ts';
import { openAllWords, tablesTelling } from '../support/sealed-words.ts';
import { PEOPLE } from '../support/world.ts';

const product = await openProduct();
const { database, clock, ids } = product;
const logged: string[] = [];
const context = jobContext(product, logged);

/** A name, an address, words of a message: what must not be found anywhere once its term is over. */
const PLANTED = ['Sita', PEOPLE.maya, 'Asha', '青木 はる', 'planted-line', 'planted@mail.example'];

const wordsIn = async () =>
  [...new Set((await openAllWords(database.db, testSeal)).map(({ column }) => column))].sort();

/** Visits under way wait for the desk, which is told of them: no term begins before they have ended. */
async function endByDesk(): Promise<void> {
  const underWay = await database.db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('state', 'in', ['confirmed', 'in_progress'])
    .execute();
  const doer = { personId: ids.coordinator, party: 'coordinator', now: clock() } as const;
  for (const { id } of underWay) {
    const act = { requestId: id, doer, reason: 'It did not take place.' };
    expect((await inTransaction(database.db, (tx) => cancelRequest(tx, act))).ok).toBe(true);
  }
}

test('with a rule left out, what it would forget is still there', async () => {
  await database.db
    .insertInto('people.contact_channels')
    .values({ person_id: ids.maya, channel: 'line', address: 'planted-line' })
    .execute();
  await database.db
    .insertInto('platform.development_mail')
    .values({ recipient: 'planted@mail.example', subject: 'x', body: 'x', sent_at: clock() })
    .execute();
  const later = clock().add({ hours: 24 * 60 });
  const without = personalDataMaps.map((map) =>
    Object.fromEntries(Object.entries(map).filter(([table]) => table !== 'platform.development_mail')),
  );
  await forget(database.db, without, later);
  expect(await tablesTelling(database.ownerUrl, 'planted@mail.example')).toEqual([
    'platform.development_mail',
  ]);
  expect(await wordsIn()).toContain('conversations.messages.words');
});

test('four years later, nothing that has a term is found: tables, jobs, mails, logs', async () => {
  await endByDesk();
  await runJobs(product, context);
  const tasks = ['forget', 'forget-mail', 'forget-jobs', 'spot-close-left-open', 'people-erase-leavers'];
  for (const hours of [24 * 365 * 4, 2, 24 * 100, 24 * 365 * 4]) {
    clock.advance({ hours });
    for (const task of tasks) await runTask(product, task, context);
    await runJobs(product, context);
  }
  for (const words of PLANTED) {
    expect([words, await tablesTelling(database.ownerUrl, words)]).toEqual([words, []]);
    expect([words, logged.filter((line) => line.includes(words))]).toEqual([words, []]);
  }
  // Only what has not come to its end is kept: the concern that nobody has closed.
  expect(await wordsIn()).toEqual(['trust.concerns.words']);
});
