import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { actorOf } from '../../../../test/support/house.ts';
import { makeKit } from '../../../../test/support/kit.ts';
import { serve } from '../serve.ts';

const { db } = await testDatabase();
const kit = makeKit(db);
kit.actor = actorOf({ id: '00000000-0000-4000-8000-000000000001', name: 'Sita' });
const { house } = kit;
const LOCAL = 'http://localhost:3000';

async function ask(origin: string, cookie: string, hasPlainCookies = true) {
  const { fetch } = serve({ ...house, publicUrl: undefined, hasPlainCookies });
  const answer = await fetch(new Request(`${origin}/zh-Hans/notes`, { headers: { cookie } }));
  return answer.headers.getSetCookie();
}

const PLAIN = 'otonari-language=zh-Hans; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000';
const USUAL = '__Host-language=zh-Hans; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000';

test('A demonstration at http://localhost lays cookies that every browser keeps there, and knows them again', async () => {
  expect(await ask(LOCAL, '')).toEqual([PLAIN]);
  expect(await ask(LOCAL, 'a=1; otonari-language=zh-Hans')).toEqual([]);
});

test('What a browser kept there under the usual name does not stand in the way', async () => {
  expect(await ask(LOCAL, '__Host-language=zh-Hans; otonari-language=ja')).toEqual([PLAIN]);
  expect(await ask(LOCAL, '__Host-language=ja; otonari-language=zh-Hans')).toEqual([]);
});

test.each([
  ['a house for real people', LOCAL, false],
  ['a demonstration over TLS', 'https://localhost:3000', true],
  ['a demonstration elsewhere', 'http://demo.example.org', true],
  ['a name that only begins so', 'http://localhost.example.org', true],
])('%s lays the usual ones, and knows no other', async (_, origin, hasPlainCookies) => {
  expect(await ask(origin, 'otonari-language=zh-Hans', hasPlainCookies)).toEqual([USUAL]);
  expect(await ask(origin, '__Host-language=zh-Hans', hasPlainCookies)).toEqual([]);
});

test('A form that is sent there arrives whole', async () => {
  const { fetch } = serve({ ...house, publicUrl: undefined, hasPlainCookies: true });
  const sent = new Request(`${LOCAL}/en/questions`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie: 'otonari-language=en' },
    body: new URLSearchParams({ note: 'words', count: '3' }),
  });
  const answer = await fetch(sent);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('fine')]);
});
