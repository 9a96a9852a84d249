import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cancelRequest } from '../../src/modules/spot/index.ts';
import { personalDataMaps } from '../../src/modules.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { forget } from '../../src/platform/rights/forget.ts';
import { ask, press, signIn } from '../support/caller.ts';
import { runAs } from '../support/clusters.ts';
import { testSeal } from '../support/database.ts';
import { bringPhoto } from '../support/photo.ts';
import { type Planted, plantWords } from '../support/planting.ts';
import { openProduct } from '../support/product.ts';
import { jobContext, runJobs, runTask } from '../support/run-jobs.ts';
import { openAllWords, sealedColumns, tablesTelling } from '../support/sealed-words.ts';

const product = await openProduct();
const { database, clock, ids, directory } = product;
const logged: string[] = [];
const context = jobContext(product, logged);

const JOB_WORDS = 'planted-in-a-job';
/** What somebody types and asks for: the process that answers must not write it down. */
const TYPED = 'typed-into-the-web';
/** Names, addresses and messages of the small world itself. */
const OF_WORLD = ['Sita', 'maya@otonari.example', 'Asha', '青木 はる', 'Thank you, see you there.'];

/** What has no term yet: nobody has closed the concern, and the expert and the interpreter of the registers are still there. */
const NOT_OVER = [
  'trust.concerns.words',
  'trust.concerns.assessment',
  'trust.concerns.closing',
  'consultations.experts.person',
  'consultations.interpreters.person',
];

/** One table for each way in which a rule ends something: its row goes, is blanked, is blanked and marked. */
const LEFT_OUT = [
  'conversations.messages',
  'platform.development_mail',
  'spot.visit_reports',
  'spot.support_requests',
];

const placeOf = ({ table, column }: Planted) => `${table}.${column}`;

/** Where planted words are: columns, opened where they are sealed. */
async function stillThere(planted: readonly Planted[]): Promise<string[]> {
  const opened = (await openAllWords(database.db, testSeal)).map(({ text }) => text ?? '').join('\n');
  const found: string[] = [];
  for (const one of planted) {
    const isThere = one.isSealed
      ? opened.includes(one.words)
      : (await tablesTelling(database.ownerUrl, one.words)).length > 0;
    if (isThere) found.push(placeOf(one));
  }
  return found;
}

const bytesKept = () =>
  readdirSync(join(directory, 'files'), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  ).length;

/** The files of the data folder in which some words can be read. */
function filesTelling(words: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && readFileSync(join(one.parentPath, one.name)).includes(words))
    .map(({ name }) => name);
}

/** What nobody has answered waits for the desk; visits that were agreed on end by themselves. */
async function endByDesk(): Promise<void> {
  const waiting = await database.db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('state', 'in', ['submitted', 'asked_back', 'open', 'unfilled'])
    .execute();
  const doer = { personId: ids.coordinator, party: 'coordinator', now: clock() } as const;
  for (const { id } of waiting) {
    const act = { requestId: id, doer, reason: 'We have found nobody.' };
    expect((await inTransaction(database.db, (tx) => cancelRequest(tx, act))).ok).toBe(true);
  }
}

async function runTasks(names: readonly string[]): Promise<void> {
  for (const name of names) await runTask(product, name, context);
}

await endByDesk();
await runJobs(product, context);
await bringPhoto(product, ids.sita);
const caller = await signIn(product, ids.sita);
const planted = await plantWords(database.ownerUrl, [ids.sita, ids.haru, ids.midori, ids.kenji]);
await runAs(
  database.ownerUrl,
  `select graphile_worker.add_job('send-mail', json_build_object('to', '${JOB_WORDS}'));
   update graphile_worker._private_jobs set attempts = max_attempts where payload::text like '%${JOB_WORDS}%'`,
);

/** Goes with its row, without a term of its own; stands only together with a time, and goes with its advice (afterwards.test.ts). */
const WITH_THEIR_ROWS = ['consultations.openings.reason', 'consultations.advices.reader'];

test('everything planted is found where it was planted: tables, files, jobs', async () => {
  const sealed = sealedColumns().map(({ table, column }) => `${table}.${column}`);
  expect(sealed.filter((column) => !planted.map(placeOf).includes(column))).toEqual(WITH_THEIR_ROWS);
  expect(planted.length).toBeGreaterThan(60);
  expect(await stillThere(planted)).toEqual(planted.map(placeOf));
  expect(bytesKept()).toBe(1);
  expect(await tablesTelling(database.ownerUrl, JOB_WORDS)).toEqual(['graphile_worker._private_jobs']);
});

test('what somebody types or asks for is neither in the log of the web process nor in a file', async () => {
  await ask(product, caller, `/en/spot/requests/${TYPED}?q=${TYPED}`);
  await press(product, caller, '/en/spot/requests/check', { ownWords: TYPED, placeName: TYPED });
  await press(product, caller, '/en/sign-in', { email: `${TYPED}@example.org` });
  const requests = product.logged.filter((line) => line.includes('"route"'));
  expect(requests.length).toBeGreaterThan(2);
  expect(product.logged.filter((line) => line.includes(TYPED))).toEqual([]);
  expect(filesTelling(TYPED)).toEqual([]);
});

test('with rules and tasks left out, what they would forget is still there, kind by kind', async () => {
  clock.advance({ hours: 24 * 365 * 4 });
  const without = personalDataMaps.map((map) =>
    Object.fromEntries(Object.entries(map).filter(([table]) => !LEFT_OUT.includes(table))),
  );
  await forget(database.db, without, clock());
  const there = await stillThere(planted);
  for (const one of planted.filter(({ table }) => LEFT_OUT.includes(table)))
    expect(there).toContain(placeOf(one));
  // Rows go with their person, bytes and jobs with tasks of their own, and none of these has run.
  expect(there).toContain('people.persons.name');
  expect(there).not.toContain('spot.drafts.fields');
  expect(there).not.toContain('auth.sessions.browser');
  expect(bytesKept()).toBe(1);
  expect(await tablesTelling(database.ownerUrl, JOB_WORDS)).not.toEqual([]);
});

test('years later nothing that has a term is found: tables, files, jobs, mails, logs', async () => {
  const tasks = [
    ...['forget', 'forget-mail', 'forget-jobs', 'sum-up-refusals', 'spot-close-left-open'],
    ...['people-erase-leavers', 'forget-files'],
  ];
  // Who did or got something meanwhile is kept for longer, books for ten years; to be erased takes two rounds an hour apart.
  for (const hours of [0, 2, 24 * 100, 24 * 365 * 10, 2, 2]) {
    clock.advance({ hours });
    await runTasks(tasks);
    await runJobs(product, context);
  }
  expect(await stillThere(planted)).toEqual(NOT_OVER);
  expect(bytesKept()).toBe(0);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform.files`.execute(
    database.db,
  );
  expect(rows).toEqual([{ count: 0 }]);
  const lines = [...logged, ...product.logged];
  for (const words of [...OF_WORLD, JOB_WORDS, TYPED, ...planted.map((one) => one.words)]) {
    expect([words, lines.filter((line) => line.includes(words))]).toEqual([words, []]);
    expect([words, filesTelling(words)]).toEqual([words, []]);
  }
  for (const words of [...OF_WORLD, JOB_WORDS, TYPED])
    expect([words, await tablesTelling(database.ownerUrl, words)]).toEqual([words, []]);
});
