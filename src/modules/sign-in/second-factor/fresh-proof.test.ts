import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { makeAuthenticator } from '../../../../test/support/authenticator.ts';
import { ORIGIN, signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
const codeOf = (secret: string) =>
  generate({ secret, epoch: Math.floor(house.clock().epochMilliseconds / 1000) });

test('who need not have a second factor signs in once more, with what they had typed', async () => {
  await house.person('sita@example.org', ['resident']);
  const browser = house.browser();
  await browser.signIn('sita@example.org');
  const press = () => browser.post('/sharp');
  expect((await press()).location).toBe('/who');

  house.clock.advance({ minutes: 11 });
  const stopped = await press();
  expect(stopped.location).toMatch(/^\/sign-in\?back=%2Fkept-forms%2F.+&again=1$/);
  const asked = await browser.get(stopped.location ?? '');
  expect(asked.html).toContain('Sign in once more');
  const back = /name="back" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
  expect((await browser.signIn('sita@example.org', back)).location).toBe(back);
  expect((await browser.get(stopped.location ?? '')).location).toBe(back);
  expect((await press()).location).toBe('/who');
});

test('staff who have just signed in by the code alone have proved nothing', async () => {
  await house.person('weak@example.org', ['coordinator']);
  const browser = house.browser();
  await browser.signIn('weak@example.org');
  expect((await browser.post('/sharp')).location).toMatch(/^\/second-factor\?back=/);
});

test('a proof from before is asked for again, once, before what is hard to mend', async () => {
  await house.person('chief@example.org', ['administrator']);
  const lost = await house.person('lost@example.org', ['resident']);
  const browser = house.browser();
  await browser.signIn('chief@example.org');
  const { html } = await browser.get('/second-factor/set-up?back=/desk');
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const setUp = /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await browser.post('/second-factor/set-up', { code: await codeOf(secret), setUp, back: '/desk' });
  const remove = () => browser.post(`/people/${lost}/second-factor/removal`);
  expect((await remove()).location).toBe(`/people/${lost}`);

  house.clock.advance({ minutes: 11 });
  const stopped = await remove();
  expect(stopped.location).toMatch(/^\/second-factor\?back=%2Fkept-forms%2F/);
  const asked = await browser.get(stopped.location ?? '');
  expect(asked.status).toBe(200);
  const back = /name="back" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
  const proved = await browser.post('/second-factor', { code: await codeOf(secret), back });
  expect(proved.location).toBe(back);
  expect((await remove()).location).toBe(`/people/${lost}`);
  expect((await browser.get('/second-factor?back=/desk')).location).toBe('/desk');
});

test('a session left open makes no proof for itself: means are changed after one of just now', async () => {
  const id = await house.person('open@example.org', ['coordinator']);
  const browser = house.browser();
  await browser.signIn('open@example.org');
  const { html } = await browser.get('/second-factor/set-up');
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const setUp = /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await browser.post('/second-factor/set-up', { code: await codeOf(secret), setUp });
  const addPasskey = async () => {
    const options = JSON.parse((await browser.post('/passkeys/challenge')).html);
    return browser.post('/passkeys', { credential: makeAuthenticator().create(options, ORIGIN) });
  };
  expect((await addPasskey()).location).toBe('/passkeys');
  const { id: passkey } = await house.db
    .selectFrom('auth.passkeys')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  const another = await browser.get('/second-factor/set-up');
  const otherSecret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(another.html)?.[1] ?? '').replaceAll(' ', '');
  const otherSetUp = /name="setUp" value="([^"]+)"/.exec(another.html)?.[1] ?? '';
  const means = async () => [
    await house.db.selectFrom('auth.authenticators').selectAll().where('person_id', '=', id).execute(),
    await house.db.selectFrom('auth.recovery_codes').selectAll().where('person_id', '=', id).execute(),
    await house.db.selectFrom('auth.passkeys').selectAll().where('person_id', '=', id).execute(),
  ];
  const before = await means();

  house.clock.advance({ minutes: 11 });
  const replacing = { code: await codeOf(otherSecret), setUp: otherSetUp };
  for (const answer of [
    await browser.get('/second-factor/set-up'),
    await browser.post('/second-factor/set-up', replacing),
    await browser.get('/second-factor/recovery-codes'),
    await browser.post('/second-factor/recovery-codes'),
    await browser.get('/passkeys'),
    await addPasskey(),
    await browser.post(`/passkeys/${passkey}/removal`),
  ])
    expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/second-factor\?back=/)]);
  expect(await means()).toEqual(before);

  await house.db
    .updateTable('people.roles')
    .set({ until_on: Temporal.PlainDate.from('2026-01-06') })
    .where('person_id', '=', id)
    .execute();
  const former = house.browser();
  await former.signIn('open@example.org');
  const stopped = await former.post('/second-factor/recovery-codes');
  expect(stopped.location).toBe('/second-factor?back=%2Fsecond-factor%2Frecovery-codes');
  expect([(await former.get(stopped.location ?? '')).status, await means()]).toEqual([200, before]);

  await browser.post('/second-factor', { code: await codeOf(secret) });
  expect((await browser.post('/second-factor/recovery-codes')).status).toBe(200);
  expect((await browser.post(`/passkeys/${passkey}/removal`)).location).toBe('/passkeys');
});
