import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
const codeOf = (secret: string) =>
  generate({ secret, epoch: Math.floor(house.clock().epochMilliseconds / 1000) });

test('a proof from before is asked for again, once, before what is hard to mend', async () => {
  await house.person('chief@example.org', ['administrator']);
  const lost = await house.person('lost@example.org', ['resident']);
  const browser = house.browser();
  await browser.signIn('chief@example.org');
  const { html } = await browser.get('/second-factor/set-up?back=/desk');
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const set_up = /name="set_up" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await browser.post('/second-factor/set-up', { code: await codeOf(secret), set_up, back: '/desk' });
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
