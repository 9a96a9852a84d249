import { generate } from 'otplib';
import { describe, expect, test } from 'vitest';
import { makeAuthenticator } from '../../../test/support/authenticator.ts';
import { type Browser, ORIGIN, signInHouse } from '../../../test/support/sign-in-house.ts';

const house = await signInHouse();
let count = 0;

async function somebody(roles: ('resident' | 'coordinator')[] = ['coordinator']) {
  const email = `told${++count}@example.org`;
  const id = await house.person(email, roles);
  const browser = house.browser();
  house.clock.advance({ hours: 25 });
  return { id, email, browser };
}

/** What somebody has been told, the oldest first, and from now on. */
async function told(personId: string): Promise<string[]> {
  const { rows } = await house.pool.query<{ type: string }>(
    `select type from platform.events
     where ids->>'personId' = $1 and type like 'sign_in.%' order by sequence`,
    [personId],
  );
  return rows.map(({ type }) => type.replace('sign_in.', ''));
}

async function connectApp(browser: Browser) {
  const { html } = await browser.get('/second-factor/set-up?back=/desk');
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const setUp = /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const code = await generate({ secret, epoch: Math.floor(house.clock().epochMilliseconds / 1000) });
  const { html: shown } = await browser.post('/second-factor/set-up', { code, setUp, back: '/desk' });
  return [...shown.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(([, one = '']) => one);
}

describe('somebody is told of their account', () => {
  test('when a device is new, and not when it is known', async () => {
    const { id, email, browser } = await somebody(['resident']);
    await browser.signIn(email);
    expect(await told(id)).toEqual(['device.first_used']);
    await browser.post('/sign-out');
    await browser.signIn(email);
    expect(await told(id)).toEqual(['device.first_used']);
    await house.browser().signIn(email);
    expect(await told(id)).toEqual(['device.first_used', 'device.first_used']);
  });

  test('but nothing of the first sign-in of a new account', async () => {
    house.clock.advance({ hours: 25 });
    await house.browser().signIn('brand-new@example.org');
    const { id } = await house.db
      .selectFrom('people.persons')
      .select('id')
      .where('email', '=', 'brand-new@example.org')
      .executeTakeFirstOrThrow();
    expect(await told(id)).toEqual([]);
  });

  test('when a passkey is added, used on a new device, and removed', async () => {
    const { id, email, browser } = await somebody(['resident']);
    await browser.signIn(email);
    const device = makeAuthenticator();
    const options = JSON.parse((await browser.post('/passkeys/challenge')).html);
    await browser.post('/passkeys', { credential: device.create(options, ORIGIN) });
    const other = house.browser();
    const asked = JSON.parse((await other.post('/sign-in/passkey/challenge')).html);
    await other.post('/sign-in/passkey', { credential: device.get(asked, ORIGIN) });
    const { id: passkey } = await house.db
      .selectFrom('auth.passkeys')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow();
    await browser.post(`/passkeys/${passkey}/removal`);
    expect((await told(id)).slice(1)).toEqual(['passkey.added', 'device.first_used', 'passkey.removed']);
  });

  test('when an app is connected, a recovery code used, and new ones made', async () => {
    const { id, email, browser } = await somebody();
    await browser.signIn(email);
    const [code = ''] = await connectApp(browser);
    await browser.post('/sign-out');
    await browser.signIn(email);
    await browser.post('/second-factor', { code, back: '/' });
    await browser.post('/second-factor/recovery-codes');
    expect((await told(id)).slice(1)).toEqual([
      'second_factor.set_up',
      'recovery_code.used',
      'recovery_codes.replaced',
    ]);
  });
});
