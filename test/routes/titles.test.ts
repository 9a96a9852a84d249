import { expect, test } from 'vitest';
import { ask, type Caller, press, signIn, VISITOR } from '../support/caller.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const titleOf = async (answer: Response) => /<title>(.*?)<\/title>/.exec(await answer.text())?.[1];

async function follow(caller: Caller, answer: Response): Promise<Response> {
  const flash = /__Host-flash=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const headers = { cookie: `${caller.cookie}; ${flash}` };
  const request = new Request(`https://localhost${answer.headers.get('location')}`, { headers });
  return product.house.app.fetch(request, { incoming: { socket: { remoteAddress: '10.9.9.9' } } });
}

test.each([
  ['en', 'Error: Sign in'],
  ['ja', 'エラー：サインイン'],
  ['ja-easy', 'まちがい：サインイン'],
  ['zh-Hans', '错误：登录'],
])('the title of a form that came back says so: %s', async (locale, title) => {
  const answer = await press(product, VISITOR, `/${locale}/sign-in`, { email: '' });
  expect(answer.status).toBe(422);
  // One field, one sentence.
  expect((await answer.clone().text()).match(/id="email-refusal"|href="#email"/g)).toHaveLength(2);
  expect(await titleOf(answer)).toMatch(new RegExp(`^${title}`));
});

test.each([
  ['/en', true],
  ['/ja-easy/help-now', true],
  ['/en/about', true],
  ['/en/sign-in', false],
  ['/en/help-now?a=1', false],
])('%s is found by a search: %s', async (path, isFound) => {
  const html = await (await ask(product, VISITOR, path)).text();
  expect(html.includes('<meta name="description" content="')).toBe(isFound);
  expect(html.includes('noindex')).toBe(!isFound);
  expect(html.includes('rel="alternate"')).toBe(isFound);
});

test('the title of the page after it was done says so, where the focus is on the sentence', async () => {
  const maya = await signIn(product, product.ids.maya);
  const answer = await press(product, maya, '/en/me/notifications', { quiet_from: '21', quiet_until: '8' });
  expect(answer.status).toBe(303);
  const next = await follow(maya, answer);
  const html = await next.clone().text();
  expect(await titleOf(next)).toMatch(/^Done: /);
  expect(html).toMatch(/<div class="flash" tabindex="-1" autofocus>/);
});
