import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { goodAnswers, hiddenOf } from '../../../../test/support/asking-form.ts';
import { testFiles } from '../../../../test/support/files.ts';
import { type Browser, signInHouse } from '../../../../test/support/sign-in-house.ts';
import { untilSomebodyWaits } from '../../../../test/support/waiting.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { spotModule } from '../module.ts';
import { listCurrentRequests } from '../store/lists/of-requester.ts';

const house = await signInHouse({
  modules: [spotModule({ files: testFiles(), publicUrl: 'http://localhost:4000' })],
});
const SUMMARY = '/spot/requests/summary';
const answers = (ownWords: string) => ({
  ...(goodAnswers as Record<string, string>),
  ownWords,
  neededTasks: 'speak',
  talkLanguages: 'en',
});
let count = 0;

/** Somebody at home, who looks at the summary of what they have written. @returns what that page sends */
async function looking(words = 'At home') {
  const email = `maya${++count}@example.org`;
  const personId = await house.person(email);
  const browser = house.browser();
  await browser.signIn(email);
  const look = async (changed: string) => {
    await browser.post(SUMMARY, answers(changed));
    return versionAt(browser);
  };
  return { email, browser, look, version: await look(words), sent: () => sentBy(personId) };
}

async function versionAt(browser: Browser): Promise<string> {
  const [version = ''] = hiddenOf((await browser.get(SUMMARY)).html, 'version');
  return version;
}

async function sentBy(personId: string): Promise<readonly string[]> {
  return (await listCurrentRequests(house.db, personId)).map(({ ownWords }) => ownWords);
}

/** The same person fills in another form at the library, and signs in there. */
async function fillInElsewhere(email: string, words: string): Promise<void> {
  const library = house.browser();
  await library.post('/spot/requests/new', answers(words));
  expect((await library.signIn(email, SUMMARY)).location).toBe(SUMMARY);
}

test('a page that shows one draft does not send another that has come to lie upon it', async () => {
  const { email, browser, version, sent } = await looking();
  await fillInElsewhere(email, 'At the library');
  expect((await browser.post('/spot/requests', { version })).location).toBe(`${SUMMARY}?seen=${version}`);
  expect(await sent()).toEqual([]);
  expect((await browser.get(SUMMARY)).html).toContain('At the library');
});

test('nor, pressed in a second window after the first, the one that lay below', async () => {
  const { email, browser, sent } = await looking();
  await fillInElsewhere(email, 'At the library');
  const version = await versionAt(browser);
  expect((await browser.post('/spot/requests', { version })).location).toMatch(
    /^\/spot\/requests\/[\w-]{36}$/,
  );
  expect((await browser.post('/spot/requests', { version })).location).toBe(`${SUMMARY}?seen=${version}`);
  expect(await sent()).toEqual(['At the library']);
  expect((await browser.get(SUMMARY)).html).toContain('At home');
});

test('nor one that was begun after it was thrown away', async () => {
  const { browser, look, version, sent } = await looking();
  await browser.post('/spot/drafts/removal');
  await look('Something else');
  expect((await browser.post('/spot/requests', { version })).location).toBe(`${SUMMARY}?seen=${version}`);
  expect(await sent()).toEqual([]);
});

test('sent by two windows at once it is one request', async () => {
  const { browser, version, sent } = await looking();
  let sending: Promise<unknown> = Promise.resolve();
  await inTransaction(house.db, async (tx) => {
    // None can write a request before both have come to where they read the draft.
    await sql`lock table spot.support_requests in share mode`.execute(tx);
    sending = Promise.all([1, 2].map(() => browser.post('/spot/requests', { version })));
    await untilSomebodyWaits(house.db, 2);
  });
  await sending;
  expect(await sent()).toEqual(['At home']);
});
