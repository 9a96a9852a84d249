import { describe, expect, test } from 'vitest';
import { signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
let count = 0;

async function owner() {
  const email = `owner${++count}@example.org`;
  const id = await house.person(email);
  const browser = house.browser();
  house.clock.advance({ hours: 25 });
  await browser.signIn(email);
  await browser.post('/sign-out');
  return { id, email, browser };
}

const ask = async (email: string, browser = house.browser(), network = '198.51.100.7') =>
  (await browser.post('/sign-in', { email, back: '/' }, {}, network)).status;

/** Strangers ask for codes until they get none. */
async function flood(email: string, networks: readonly string[]): Promise<number> {
  let sent = 0;
  for (let hour = 0; hour < 4; hour++) {
    for (const network of networks)
      for (let times = 0; times < 5; times++)
        if ((await ask(email, house.browser(), network)) === 303) sent += 1;
    house.clock.advance({ hours: 1 });
  }
  return sent;
}

describe('strangers who ask for codes in somebody’s name', () => {
  test('don’t keep the owner out, who comes with a device that is known', async () => {
    const { email, browser, id } = await owner();
    await flood(email, ['198.51.100.7', '198.51.100.8', '2001:db8::1']);
    expect(await ask(email)).toBe(422);
    await browser.signIn(email);
    expect((await browser.get('/who')).html).toContain(id);
  });

  test('leave something to others while they ask from one network', async () => {
    const { email } = await owner();
    await flood(email, ['198.51.100.7']);
    expect(await ask(email, house.browser(), '203.0.113.9')).toBe(303);
  });

  test('can’t flood a mailbox: at most sixteen codes a day reach it', async () => {
    const { email } = await owner();
    // One of the sixteen was the owner’s own, before the device was known.
    expect(await flood(email, ['198.51.100.7', '198.51.100.8', '198.51.100.9'])).toBe(15);
  });

  test('gain nothing by tags that lead to the same mailbox', async () => {
    const { email } = await owner();
    const tagged = Array.from({ length: 6 }, (_, tag) => email.replace('@', `+${tag}@`));
    const statuses = [];
    for (const one of tagged) statuses.push(await ask(one));
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
  });

  test('share one network, whichever of its addresses they use', async () => {
    const { email } = await owner();
    const networks = Array.from({ length: 10 }, (_, last) => `2001:db8:5:6::${last}`);
    expect(await flood(email, networks)).toBe(8);
  });

  test('are not helped by a device that somebody else knows, or by an invented one', async () => {
    const [{ email }, other] = [await owner(), await owner()];
    await flood(email, ['198.51.100.7', '198.51.100.8', '198.51.100.9']);
    expect(await ask(email, other.browser)).toBe(422);
    const inventing = house.browser();
    inventing.cookies.set('__Host-devices', 'A'.repeat(43));
    expect(await ask(email, inventing)).toBe(422);
  });
});

describe('a known device', () => {
  test('has a limit of its own', async () => {
    const { email, browser } = await owner();
    const statuses = [];
    for (let times = 0; times < 6; times++) statuses.push(await ask(email, browser));
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
  });

  test('gets a fresh token: none that it brought along becomes known', async () => {
    const { email } = await owner();
    const planted = house.browser();
    planted.cookies.set('__Host-devices', 'B'.repeat(43));
    await planted.signIn(email);
    const tokens = planted.cookies.get('__Host-devices')?.split('.') ?? [];
    expect(tokens[0]).toMatch(/^[\w-]{43}$/);
    const thief = house.browser();
    thief.cookies.set('__Host-devices', 'B'.repeat(43));
    await flood(email, ['198.51.100.7', '198.51.100.8', '198.51.100.9']);
    expect(await ask(email, thief)).toBe(422);
    expect(await ask(email, planted)).toBe(303);
  });

  test('is for scripts never, for this host only, and the database holds nothing that makes one', async () => {
    const { id, email, browser } = await owner();
    const answer = await browser.signIn(email);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-devices='));
    expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
    const rows = await house.db
      .selectFrom('auth.known_devices')
      .select('token_hash')
      .where('person_id', '=', id)
      .execute();
    for (const { token_hash } of rows) {
      const thief = house.browser();
      thief.cookies.set('__Host-devices', token_hash.toString('base64url'));
      await flood(email, ['198.51.100.7', '198.51.100.8', '198.51.100.9']);
      expect(await ask(email, thief)).toBe(422);
    }
    expect(rows).toHaveLength(1);
  });

  test('is a stranger again once its owner has ended all other sessions', async () => {
    const { email, browser } = await owner();
    const second = house.browser();
    await second.signIn(email);
    await second.post('/sessions/elsewhere/ending');
    await flood(email, ['198.51.100.7', '198.51.100.8', '198.51.100.9']);
    expect(await ask(email, browser)).toBe(422);
    expect(await ask(email, second)).toBe(303);
  });

  test('serves each of a family that shares it', async () => {
    const [one, other] = [await owner(), await owner()];
    await one.browser.signIn(other.email);
    for (const { email } of [one, other]) {
      await flood(email, ['198.51.100.7', '198.51.100.8', '198.51.100.9']);
      expect(await ask(email, one.browser)).toBe(303);
    }
  });
});

test('whoever gets no code for now reads when to try again, of other ways, and whom to call', async () => {
  const { email } = await owner();
  const stranger = house.browser();
  for (let times = 0; times < 5; times++) await stranger.post('/sign-in', { email, back: '/' });
  house.clock.advance({ minutes: 20 });
  const { status, html } = await stranger.post('/sign-in', { email, back: '/' });
  expect([status, html]).toEqual([
    422,
    expect.stringMatching(/You can ask for the next one in \d+ minutes?\./),
  ]);
  expect(html).toContain('your passkey, works at once');
  expect(html).toContain('href="mailto:');
  expect(html).toContain(`value="${email}"`);
});
