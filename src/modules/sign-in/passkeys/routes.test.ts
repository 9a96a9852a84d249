import { describe, expect, test } from 'vitest';
import { makeAuthenticator } from '../../../../test/support/authenticator.ts';
import { ORIGIN, signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
let count = 0;

async function signedIn(roles: ('resident' | 'coordinator')[] = ['resident']) {
  const email = `person${++count}@example.org`;
  const id = await house.person(email, roles);
  const browser = house.browser();
  await browser.signIn(email);
  return { id, email, browser };
}

type Browser = ReturnType<typeof house.browser>;

async function addPasskey(browser: Browser, origin = ORIGIN) {
  const device = makeAuthenticator();
  const options = JSON.parse((await browser.post('/passkeys/challenge')).html);
  const answer = await browser.post('/passkeys', { credential: device.create(options, origin) });
  return { device, options, answer };
}

async function askToSignIn(browser: Browser): Promise<object> {
  return JSON.parse((await browser.post('/sign-in/passkey/challenge')).html);
}

describe('a passkey', () => {
  test('is added once and signs in from then on, strongly', async () => {
    const { id, browser } = await signedIn();
    const { device, answer } = await addPasskey(browser);
    expect([answer.status, answer.location]).toEqual([303, '/passkeys']);
    expect((await browser.get('/passkeys')).html).toContain('Chrome · Android');
    const fresh = house.browser();
    const credential = device.get(await askToSignIn(fresh), ORIGIN);
    const entered = await fresh.post('/sign-in/passkey', { credential, back: '/who' });
    expect([entered.status, entered.location]).toEqual([303, '/who']);
    expect((await fresh.get('/who')).html).toContain(`${id} strong`);
  });

  test('an answer works once', async () => {
    const { browser } = await signedIn();
    const { device } = await addPasskey(browser);
    const fresh = house.browser();
    const credential = device.get(await askToSignIn(fresh), ORIGIN);
    expect((await fresh.post('/sign-in/passkey', { credential })).status).toBe(303);
    expect((await fresh.post('/sign-in/passkey', { credential })).status).toBe(422);
  });

  test('an answer comes within five minutes', async () => {
    const { browser } = await signedIn();
    const { device } = await addPasskey(browser);
    const credential = device.get(await askToSignIn(browser), ORIGIN);
    house.clock.advance({ minutes: 5 });
    expect((await browser.post('/sign-in/passkey', { credential })).status).toBe(422);
  });

  test('an answer given to another site, without finger or PIN, by another device, or garbled is refused', async () => {
    const { browser } = await signedIn();
    const { device } = await addPasskey(browser);
    const stranger = makeAuthenticator();
    const options = await askToSignIn(browser);
    const answers = [
      device.get(options, 'https://other.example'),
      device.get(options, ORIGIN, { userVerified: false }),
      stranger.get(options, ORIGIN),
      device.get({ ...options, challenge: 'bm90IG91cnM' }, ORIGIN),
      '{}',
      'null',
      '',
      '{"id":"a\\u0000","rawId":"a","type":"public-key","response":{"clientDataJSON":"e30"}}',
      'x'.repeat(30_000),
    ];
    for (const credential of answers) {
      const answer = await browser.post('/sign-in/passkey', { credential });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain('The passkey did not work here');
    }
  });

  test('an answer signs in only the browser that asked for its challenge', async () => {
    const { id, browser } = await signedIn();
    const { device } = await addPasskey(browser);
    const [thief, other] = [house.browser(), house.browser()];
    const credential = device.get(await askToSignIn(thief), ORIGIN);
    await askToSignIn(other);
    expect((await other.post('/sign-in/passkey', { credential })).status).toBe(422);
    const without = await house.browser().post('/sign-in/passkey', { credential });
    expect([without.status, without.html]).toEqual([422, expect.stringContaining('did not keep the cookie')]);
    expect((await other.get('/who')).html).not.toContain(id);
  });

  test('the database holds no challenge that could be answered', async () => {
    const { browser } = await signedIn();
    const { challenge } = JSON.parse((await browser.post('/passkeys/challenge')).html);
    const kept = await house.db.selectFrom('auth.challenges').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(challenge);
  });

  test('a challenge of one session adds no passkey in another of the same person', async () => {
    const { email, browser } = await signedIn();
    const options = JSON.parse((await browser.post('/passkeys/challenge')).html);
    const second = house.browser();
    await second.signIn(email);
    const credential = makeAuthenticator().create(options, ORIGIN);
    expect((await second.post('/passkeys', { credential })).status).toBe(422);
  });

  test('the session becomes strong under a new token: the one of before is nobody’s', async () => {
    const { browser } = await signedIn(['coordinator']);
    const before = browser.cookies.get('__Host-session') ?? '';
    await addPasskey(browser);
    expect((await browser.get('/who')).html).toContain('strong');
    const thief = house.browser();
    thief.cookies.set('__Host-session', before);
    expect((await thief.get('/who')).html).toContain('nobody');
  });

  test('a challenge for one person adds no passkey to another', async () => {
    const { browser } = await signedIn();
    const options = JSON.parse((await browser.post('/passkeys/challenge')).html);
    const other = await signedIn();
    const credential = makeAuthenticator().create(options, ORIGIN);
    expect((await other.browser.post('/passkeys', { credential })).status).toBe(422);
  });

  test('once removed it no longer signs in', async () => {
    const { id, browser } = await signedIn();
    const { device } = await addPasskey(browser);
    const row = await house.db
      .selectFrom('auth.passkeys')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow();
    const stranger = await signedIn();
    expect((await stranger.browser.post(`/passkeys/${row.id}/removal`)).status).toBe(404);
    expect((await browser.post(`/passkeys/${row.id}/removal`)).location).toBe('/passkeys');
    const credential = device.get(await askToSignIn(browser), ORIGIN);
    expect((await browser.post('/sign-in/passkey', { credential })).status).toBe(422);
  });

  test('signs nobody in whose access has ended', async () => {
    const { id, browser } = await signedIn();
    const { device } = await addPasskey(browser);
    const credential = device.get(await askToSignIn(browser), ORIGIN);
    await house.db
      .updateTable('people.persons')
      .set({ access_ended_at: house.clock() })
      .where('id', '=', id)
      .execute();
    const answer = await browser.post('/sign-in/passkey', { credential });
    expect(answer.html).toContain('Your account is suspended. Ple');
  });

  test('serves staff as second factor; the code by mail alone adds no further one', async () => {
    const { browser, email } = await signedIn(['coordinator']);
    expect((await browser.get('/desk')).location).toBe('/second-factor?back=%2Fdesk');
    const { device } = await addPasskey(browser);
    expect((await browser.get('/desk')).html).toContain('the desk');
    const thief = house.browser();
    await thief.signIn(email);
    expect((await addPasskey(thief)).answer.location).toBe('/second-factor?back=%2Fpasskeys');
    expect((await thief.get('/second-factor/set-up')).location).toContain('/second-factor?');
    expect((await thief.get('/desk')).location).toContain('/second-factor');
    const credential = device.get(await askToSignIn(thief), ORIGIN);
    expect((await thief.post('/sign-in/passkey', { credential, back: '/desk' })).location).toBe('/desk');
    expect((await thief.get('/desk')).html).toContain('the desk');
  });
});
