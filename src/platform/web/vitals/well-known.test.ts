import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { makeKit, ORIGIN } from '../../../../test/support/kit.ts';
import { organizationSetting } from '../../settings/organization.ts';
import { serve } from '../serve.ts';

const { db } = await testDatabase();
const kit = makeKit(db);
const { email } = organizationSetting.value;

test('whoever finds a hole learns where to tell it, and until when that holds', async () => {
  const answer = await kit.get('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toBe(
    [
      `Contact: mailto:${email}`,
      'Expires: 2027-05-23T00:00:00Z',
      'Preferred-Languages: ja, en, zh',
      `Canonical: ${ORIGIN}/.well-known/security.txt`,
      '',
    ].join('\n'),
  );
});

test('a house without an address of its own names none', async () => {
  const app = serve({ ...kit.house, publicUrl: undefined });
  const answer = await app.fetch(new Request('http://elsewhere.test/.well-known/security.txt'));
  expect(await answer.text()).not.toMatch(/Canonical|elsewhere/);
});

test('robots may read what is public, in every language, and are told of nobody', async () => {
  const lines = (await (await kit.get('/robots.txt')).text()).trim().split('\n');
  expect(lines.slice(0, 2)).toEqual(['User-agent: *', 'Allow: /']);
  for (const path of ['sign-in', 'me', 'people', 'desk', 'spot/drafts', 'settings'])
    expect(lines).toContain(`Disallow: /*/${path}`);
  expect(lines.join()).not.toMatch(/[0-9a-f]{8}-/);
  expect(lines.at(-1)).toBe(`Sitemap: ${ORIGIN}/sitemap.xml`);
});

test('the sitemap has each page in every language, with the same in the others and when it changed', async () => {
  const changedAt = Temporal.Instant.from('2026-11-24T00:12:00.123456Z');
  const listOpenAddresses = async () => [{ path: '/', changedAt }, { path: '/news/a&b' }];
  const app = serve({ ...kit.house, listOpenAddresses });
  const answer = await app.fetch(new Request(`${ORIGIN}/sitemap.xml`));
  expect(answer.headers.get('content-type')).toContain('application/xml');
  const text = await answer.text();
  const places = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place);
  expect(places).toEqual(
    ['', '/news/a&amp;b'].flatMap((path) =>
      ['ja', 'ja-easy', 'en', 'zh-Hans'].map((locale) => `${ORIGIN}/${locale}${path}`),
    ),
  );
  expect(text).toContain('<lastmod>2026-11-24T00:12:00Z</lastmod>');
  expect(text).toContain(`hreflang="x-default" href="${ORIGIN}/"`);
});

test('a sitemap that nobody can draw now is asked for again', async () => {
  const app = serve({ ...kit.house, listOpenAddresses: () => Promise.reject(new Error('away')) });
  const answer = await app.fetch(new Request(`${ORIGIN}/sitemap.xml`));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
});

test('modules are asked once for all who want the sitemap at a time, and anew where one could not answer', async () => {
  let asked = 0;
  const answers = [Promise.reject(new Error('away')), Promise.resolve([{ path: '/' }])];
  answers[0]?.catch(() => {});
  const listOpenAddresses = () => answers[asked++] ?? Promise.resolve([]);
  const app = serve({ ...kit.house, listOpenAddresses });
  const look = async () => (await app.fetch(new Request(`${ORIGIN}/sitemap.xml`))).status;
  expect(await look()).toBe(503);
  expect(await Promise.all([look(), look()])).toEqual([200, 200]);
  expect([await look(), asked]).toEqual([200, 2]);
});
