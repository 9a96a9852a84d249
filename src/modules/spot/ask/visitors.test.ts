import { describe, expect, test } from 'vitest';
import { goodAnswers, hiddenOf } from '../../../../test/support/asking-form.ts';
import { testFiles } from '../../../../test/support/files.ts';
import { type Browser, codeIn, signInHouse } from '../../../../test/support/sign-in-house.ts';
import { spotModule } from '../module.ts';
import { findRequest } from '../store/requests.ts';

const modules = [spotModule({ files: testFiles(), publicUrl: 'http://localhost:4000' })];
const house = await signInHouse({ modules });
const NEW = '/spot/requests/new';
const SUMMARY = '/spot/requests/summary';
const COOKIE = '__Host-draft';
const WORDS = String(goodAnswers['ownWords']);
const answers = (ownWords = WORDS) => ({
  ...(goodAnswers as Record<string, string>),
  ownWords,
  neededTasks: 'speak',
  talkLanguages: 'en',
});
let count = 0;
const address = () => `visitor${++count}@example.org`;

/** Fills in the form without signing in. @returns the sign-in to which it leads */
async function fillIn(browser: Browser, ownWords = WORDS): Promise<string> {
  const sent = await browser.post(NEW, answers(ownWords));
  expect([sent.status, sent.location]).toEqual([303, `/sign-in?back=${encodeURIComponent(SUMMARY)}`]);
  return SUMMARY;
}

/** Asks for a code and reads it from the mail, on whatever device. */
async function askForCode(browser: Browser, email: string, back = SUMMARY): Promise<string> {
  await browser.post('/sign-in', { email, back });
  await house.work();
  return codeIn(house.mails.at(-1));
}

describe('who fills in the form before they sign in', () => {
  test('signs in for the first time with the code from the mail, gives a name, and their request is sent', async () => {
    const browser = house.browser();
    const entered = await browser.signIn(address(), await fillIn(browser));
    expect(entered.location).toBe(SUMMARY);
    expect(browser.cookies.has(COOKIE)).toBe(false);
    const { html } = await browser.get(SUMMARY);
    expect(html).toContain(WORDS);
    expect(html).toContain('name="name"');
    const [version = ''] = hiddenOf(html, 'version');
    expect((await browser.post('/spot/requests', { version })).status).toBe(422);
    const sent = await browser.post('/spot/requests', { version, name: 'Noor' });
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request).toMatchObject({ ownWords: WORDS, ownWordsLocale: 'en' });
  });

  test('reads what is to mend before signing in, and the numbers that words of danger call for', async () => {
    const browser = house.browser();
    const wrong = await browser.post(NEW, { ...answers(), category: '' });
    expect([wrong.status, wrong.html.includes('Please choose what it is about.')]).toEqual([422, true]);
    expect(wrong.html).toContain(WORDS);
    const danger = await browser.post(NEW, answers('I want to die'));
    expect(danger.html).toMatch(/data-danger.*tel:/s);
    expect(browser.cookies.has(COOKIE)).toBe(false);
    const found = await browser.post(NEW, { ...answers(), 'place.postcode': '130-0001', intent: 'find' });
    expect([found.status, found.html.includes('value="13107" selected')]).toEqual([200, true]);
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  test('goes on where they were with another code, and with another address', async () => {
    const browser = house.browser();
    await fillIn(browser);
    await askForCode(browser, 'no-such-adress@example.org');
    const { html } = await browser.get('/sign-in/code');
    const again = `/en/sign-in?back=${encodeURIComponent(SUMMARY)}`;
    expect(html.split(`href="${again}"`)).toHaveLength(3);
    expect((await browser.signIn(address(), SUMMARY)).location).toBe(SUMMARY);
    expect((await browser.get(SUMMARY)).html).toContain(WORDS);
  });

  test('finds it on another device too, but only once they have signed in with the attempt that began from it', async () => {
    const [library, phone] = [house.browser(), house.browser()];
    const email = address();
    await house.person(email);
    await fillIn(library);
    const code = await askForCode(library, email);
    // The code is read on the phone, where it opens nothing; signed in there by another, the draft is not theirs yet.
    expect((await phone.post('/sign-in/code', { code })).status).toBe(422);
    await phone.signIn(email, SUMMARY);
    expect((await phone.get(SUMMARY)).location).toBe(NEW);
    expect((await library.post('/sign-in/code', { code })).location).toBe(SUMMARY);
    expect((await phone.get(SUMMARY)).html).toContain(WORDS);
  });
});

describe('a draft of a visitor is nobody else’s', () => {
  test('pushed to a victim from another site it is not even kept', async () => {
    const victim = house.browser();
    for (const headers of [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: 'https://evil.otonari.test' },
    ])
      expect((await victim.post(NEW, answers('Send me your money'), headers)).status).toBe(403);
    expect(victim.cookies.has(COOKIE)).toBe(false);
  });

  test('pushed into a victim’s browser it is not taken up by signing in for anything else', async () => {
    const [attacker, victim] = [house.browser(), house.browser()];
    await fillIn(attacker, 'Send me your money');
    victim.cookies.set(COOKIE, attacker.cookies.get(COOKIE) ?? '');
    for (const back of ['/', '/spot/requests', `${SUMMARY}?x=1`, `${NEW}`]) {
      await victim.signIn(address(), back);
      expect((await victim.get(SUMMARY)).html).not.toContain('Send me your money');
      await victim.post('/sign-out', {});
      victim.cookies.set(COOKIE, attacker.cookies.get(COOKIE) ?? '');
    }
  });

  test('is read by nobody who is not signed in, and by no guess of its cookie or its digest', async () => {
    const [visitor, thief] = [house.browser(), house.browser()];
    await fillIn(visitor, 'A very private matter');
    for (const path of [NEW, SUMMARY])
      expect((await visitor.get(path)).html).not.toContain('A very private matter');
    const { browser } = await house.db
      .selectFrom('forms.drafts')
      .select('browser')
      .where('browser', 'is not', null)
      .orderBy('saved_at', 'desc')
      .executeTakeFirstOrThrow();
    for (const token of [browser ?? '', 'a'.repeat(32), '']) {
      thief.cookies.set(COOKIE, token);
      await thief.signIn(address(), SUMMARY);
      expect((await thief.get(SUMMARY)).html).not.toContain('A very private matter');
      await thief.post('/sign-out', {});
    }
  });

  test('is not had again by replaying what brought it', async () => {
    const [maya, thief] = [house.browser(), house.browser()];
    await fillIn(maya, 'A very private matter');
    const cookies = new Map(maya.cookies);
    const code = await askForCode(maya, address());
    const attempt = maya.cookies.get('__Host-sign-in') ?? '';
    await maya.post('/sign-in/code', { code });
    house.clock.advance({ minutes: 2 });
    for (const [name, value] of [...cookies, ['__Host-sign-in', attempt] as const])
      thief.cookies.set(name, value);
    expect((await thief.post('/sign-in/code', { code })).status).toBe(422);
    await thief.signIn(address(), SUMMARY);
    expect((await thief.get(SUMMARY)).html).not.toContain('A very private matter');
    expect((await maya.get(SUMMARY)).html).toContain('A very private matter');
  });

  test('two on one device each send their own, whoever finishes first', async () => {
    const device = house.browser();
    const [maya, aya] = [address(), address()];
    await fillIn(device, 'Maya’s words');
    const codeOfMaya = await askForCode(device, maya);
    const attemptOfMaya = device.cookies.get('__Host-sign-in') ?? '';
    expect((await device.get(NEW)).html).not.toContain('Maya’s words');
    await fillIn(device, 'Aya’s words');
    await device.signIn(aya, SUMMARY);
    const ofAya = (await device.get(SUMMARY)).html;
    expect([ofAya.includes('Aya’s words'), ofAya.includes('Maya’s words')]).toEqual([true, false]);
    await device.post('/sign-out', {});
    device.cookies.set('__Host-sign-in', attemptOfMaya);
    await device.post('/sign-in/code', { code: codeOfMaya });
    const ofMaya = (await device.get(SUMMARY)).html;
    expect([ofMaya.includes('Maya’s words'), ofMaya.includes('Aya’s words')]).toEqual([true, false]);
  });

  test('the next one throws it away before they sign in; nobody is offered that who is on the way to something else', async () => {
    const device = house.browser();
    const throwAway = 'Throw away what was filled in here';
    const signIn = `/sign-in?back=${encodeURIComponent(SUMMARY)}`;
    expect((await device.get(signIn)).html).not.toContain(throwAway);
    await fillIn(device, 'A very private matter');
    expect((await device.get('/sign-in?back=%2F')).html).not.toContain(throwAway);
    const { html } = await device.get(signIn);
    expect(html).toContain(throwAway);
    expect(html).toContain('action="/en/sign-out"');
    await device.post('/sign-out', {});
    expect(device.cookies.has(COOKIE)).toBe(false);
    await device.signIn(address(), SUMMARY);
    expect((await device.get(SUMMARY)).html).not.toContain('A very private matter');
  });

  test('signing out takes it from the device', async () => {
    const device = house.browser();
    await fillIn(device, 'A very private matter');
    await device.post('/sign-out', {});
    expect(device.cookies.has(COOKIE)).toBe(false);
    await device.signIn(address(), SUMMARY);
    expect((await device.get(SUMMARY)).html).not.toContain('A very private matter');
  });
});
