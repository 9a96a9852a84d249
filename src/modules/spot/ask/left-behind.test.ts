import { expect, test } from 'vitest';
import { goodAnswers } from '../../../../test/support/asking-form.ts';
import { testFiles } from '../../../../test/support/files.ts';
import { type Browser, codeIn, signInHouse } from '../../../../test/support/sign-in-house.ts';
import { spotModule } from '../module.ts';

const house = await signInHouse({
  modules: [spotModule({ files: testFiles(), publicUrl: 'http://localhost:4000' })],
});
const NEW = '/spot/requests/new';
const SUMMARY = '/spot/requests/summary';
const PRIVATE = 'A very private matter';
const answers = {
  ...(goodAnswers as Record<string, string>),
  ownWords: PRIVATE,
  neededTasks: 'speak',
  talkLanguages: 'en',
};
let count = 0;
const address = () => `somebody${++count}@example.org`;
const known = async () => {
  const email = address();
  return { email, id: await house.person(email) };
};
const rows = () => house.db.selectFrom('forms.drafts').selectAll().orderBy('saved_at', 'desc').execute();

async function askForCode(browser: Browser, email: string): Promise<string> {
  await browser.post('/sign-in', { email, back: SUMMARY });
  await house.work();
  return codeIn(house.mails.at(-1));
}

test('whoever comes in for something else, and again on the way to the summary, finds nothing of who left', async () => {
  const device = house.browser();
  await device.post(NEW, answers);
  const { email } = await known();
  await device.signIn(email, '/who');
  expect(device.cookies.has('__Host-draft')).toBe(false);
  // Their session ends on its own; nobody has signed out.
  device.cookies.delete('__Host-session');
  await device.signIn(email, SUMMARY);
  expect((await device.get(SUMMARY)).html).not.toContain(PRIVATE);
});

test('a code that was asked for before still leads to it, whoever has come in meanwhile', async () => {
  const [device, { email }] = [house.browser(), await known()];
  await device.post(NEW, answers);
  const code = await askForCode(device, email);
  const attempt = device.cookies.get('__Host-sign-in') ?? '';
  await device.signIn((await known()).email, '/who');
  device.cookies.set('__Host-sign-in', attempt);
  expect((await device.post('/sign-in/code', { code })).location).toBe(SUMMARY);
  expect((await device.get(SUMMARY)).html).toContain(PRIVATE);
});

test('a stranger who types somebody’s address puts no words into their name', async () => {
  const [stranger, victim] = [house.browser(), house.browser()];
  const { email, id } = await known();
  await stranger.post(NEW, answers);
  const code = await askForCode(stranger, email);
  const mail = house.mails.at(-1);
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/href|https?:|private/);
  expect((await victim.post('/sign-in/code', { code })).status).toBe(422);
  await victim.signIn(email, SUMMARY);
  expect((await victim.get(SUMMARY)).html).not.toContain(PRIVATE);
  expect((await rows()).filter(({ person_id }) => person_id === id)).toEqual([]);
});

test('the way to sign in is the same for an address that is known and one that is not', async () => {
  const seen = [];
  for (const email of [(await known()).email, address()]) {
    const browser = house.browser();
    await browser.post(NEW, answers);
    const { status, location, headers } = await browser.post('/sign-in', { email, back: SUMMARY });
    await house.work();
    const { html } = await browser.get('/sign-in/code?asked=1');
    const cookies = headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, ''));
    const page = html.replaceAll(email, 'x').replace(/[\w-]{36}\.[\w-]{22}/g, 'key');
    seen.push({ status, location, cookies, page, mail: house.mails.at(-1)?.text.replace(/\d{6}/, '') });
  }
  expect(seen[0]).toEqual(seen[1]);
});

test('a visitor names no file, and the cookie is of the strict kind and in no table', async () => {
  const visitor = house.browser();
  const photo = crypto.randomUUID();
  const { headers } = await visitor.post(NEW, { ...answers, photoIds: photo, removedPhotoIds: photo });
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-draft=[\w-]{32}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600$/);
  expect(headers.get('cache-control')).toBe('no-store');
  const [row] = await rows();
  expect(row?.file_ids).toEqual([]);
  expect(JSON.stringify(row)).not.toContain(visitor.cookies.get('__Host-draft'));
  expect(JSON.stringify(row)).not.toContain('private');
  const mending = await visitor.post(NEW, { ...answers, category: '' });
  expect([mending.status, mending.headers.get('cache-control')]).toEqual([422, 'no-store']);
});

test('too much at once, and too often from one network, is kept by nobody', async () => {
  const before = (await rows()).length;
  const flooder = house.browser();
  const from = (fields: Record<string, string>) => flooder.post(NEW, fields, {}, '198.51.100.7');
  expect((await from({ ...answers, goodToKnow: 'x'.repeat(600_000) })).status).toBe(413);
  expect((await from({ ...answers, goodToKnow: 'x'.repeat(500_000) })).status).toBe(422);
  const sent = await Promise.all(Array.from({ length: 50 }, () => from(answers)));
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
  expect((await rows()).length).toBe(before + 50);
  await house.db
    .updateTable('platform.rate_windows')
    .set({ tries: 300 })
    .where('subject', '=', `POST ${NEW} 198.51.100.7`)
    .execute();
  expect((await from(answers)).status).toBe(429);
  expect((await rows()).length).toBe(before + 50);
});
