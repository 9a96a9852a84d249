import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { actorOf } from '../../../test/support/house.ts';
import { makeKit, ORIGIN } from '../../../test/support/kit.ts';
import { refusalPage } from '../../pages/refusal-page.tsx';
import { LOCALES, type Locale, localeFacts } from '../languages/locales.ts';
import { NOBODY } from '../permissions.ts';
import type { RefusalStatus } from './house.ts';
import type { Seen } from './route.ts';
import { serve } from './serve.ts';

const { db } = await testDatabase();
const kit = makeKit(db);
const resident = actorOf({ id: '00000000-0000-4000-8000-000000000001', name: 'Sita' });
const coordinator = actorOf({ id: '00000000-0000-4000-8000-000000000002' }, ['coordinator']);

const noteIn = (html: string) => /<p id="note">([^<]*)</.exec(html)?.[1];

describe('what waits in the inbox', () => {
  test('is counted on a page without what the page itself shows', async () => {
    const seen: string[] = [];
    const modules = kit.house.modules.map((module) => ({
      ...module,
      noteSeen: async (_db: unknown, { path }: Seen) => seen.push(path),
    }));
    const findActor = async () => ({ ...resident, unread: 3 });
    const app = serve({ ...kit.house, modules, findActor });
    const get = async (headers: Record<string, string>) => {
      const answer = await app.fetch(new Request(`${ORIGIN}/en/notes?a=1`, { headers }));
      return answer.text();
    };
    expect(await get({ 'sec-fetch-mode': 'cors' })).toContain('3 new');
    expect(seen).toEqual([]);
    expect(await get({})).toContain('2 new');
    expect(seen).toEqual(['/notes']);
  });

  test('stays where a page is refused: nobody has it before them', async () => {
    const seen: string[] = [];
    const modules = kit.house.modules.map((module) => ({
      ...module,
      noteSeen: async (_db: unknown, { path }: Seen) => seen.push(path),
    }));
    const app = serve({ ...kit.house, modules, findActor: async () => ({ ...resident, unread: 3 }) });
    for (const [path, status] of [
      ['/staff', 403],
      ['/gone', 404],
    ] as const) {
      const answer = await app.fetch(new Request(`${ORIGIN}/en${path}`));
      expect([answer.status, (await answer.text()).includes('2 new')]).toEqual([status, false]);
    }
    expect(seen).toEqual([]);
  });
});

describe('the language of a page', () => {
  test.each([
    ['/notes', {}, '/ja/notes'],
    ['/notes?a=1&b=%E3%81%82', { 'accept-language': 'en-GB,en;q=0.9' }, '/en/notes?a=1&b=%E3%81%82'],
    ['/', { 'accept-language': 'zh-CN' }, '/zh-Hans'],
    ['/notes', { 'accept-language': 'ne,hi;q=0.8' }, '/ja-easy/notes'],
    ['/notes', { 'accept-language': 'ne, en;q=0.3' }, '/en/notes'],
    ['/notes', { 'accept-language': 'en', cookie: '__Host-language=ja-easy' }, '/ja-easy/notes'],
    ['/notes', { 'accept-language': 'en', cookie: '__Host-language=tlh' }, '/en/notes'],
    ['/notes', { 'accept-language': ';;;q=x,,*' }, '/ja/notes'],
    ['/en/', {}, '/en'],
    ['/en/notes/?a=1', {}, '/en/notes?a=1'],
    ['//evil.example/notes', { 'accept-language': 'en' }, '/en//evil.example/notes'],
  ])('%s asked with %j leads to %s', async (path, headers, location) => {
    const answer = await kit.get(path, headers as Record<string, string>);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, location]);
  });

  test.each(['', 'en'])(
    'of a path of /%s and slashes without end is found without looking for its end from each',
    async (first) => {
      const path = `/${first}${'/'.repeat(100_000)}x`;
      expect((await kit.get(`${path}/`, { 'accept-language': 'en' })).headers.get('location')).toMatch(/x$/);
    },
  );

  test('is remembered when it was chosen, and only then', async () => {
    const chosen = await kit.get('/zh-Hans/notes', { cookie: '__Host-language=ja' });
    expect(chosen.headers.getSetCookie()).toEqual([
      '__Host-language=zh-Hans; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000',
    ]);
    expect((await kit.get('/ja/notes', { cookie: '__Host-language=ja' })).headers.getSetCookie()).toEqual([]);
  });

  test('can be switched on every page without losing the place', async () => {
    for (const locale of LOCALES) {
      const html = await (await kit.get(`/${locale}/notes?place=3`)).text();
      for (const other of LOCALES.filter((one) => one !== locale))
        expect(html).toContain(`href="/${other}/notes?place=3"`);
      expect(html).toContain(`lang="${localeFacts[locale].tag}"`);
    }
  });

  test.each([
    ['ja-easy', 'ja'],
    ['zh-Hans', 'en'],
  ])('a screen for staff in %s is shown in %s', async (asked, shown) => {
    kit.actor = coordinator;
    const answer = await kit.get(`/${asked}/staff?row=4`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/${shown}/staff?row=4`]);
    expect((await kit.get(`/${shown}/staff`)).status).toBe(200);
    kit.actor = NOBODY;
  });
});

test('what the page before has done is said with readings where the language has them', async () => {
  const flash = encodeURIComponent('done|保存《ほぞん》しました。');
  const answer = await kit.get('/ja-easy/notes', { cookie: `__Host-flash=${flash}` });
  expect(await answer.text()).toMatch(/role="status".*<ruby>保存<rp>\(<\/rp><rt>ほぞん<\/rt>/s);
});

describe('a page that cannot be shown', () => {
  const titled = (status: RefusalStatus, locale: Locale) => refusalPage(status, {}).title(locale);

  test.each(LOCALES)('says so in %s, with its status', async (locale) => {
    kit.actor = resident;
    const seen = async (path: string) => {
      const answer = await kit.get(`/${locale}${path}`);
      const html = await answer.text();
      expect(html).toContain(titled(answer.status as RefusalStatus, locale));
      expect(html).toMatch(/href="tel:119".*href="tel:110"/s);
      return answer.status;
    };
    expect(await seen('/no-such-page')).toBe(404);
    expect(await seen('/gone')).toBe(404);
    expect(await seen('/broken')).toBe(500);
    expect(await seen('/search?most=10')).toBe(422);
    const refused = async (answer: Response, status: RefusalStatus) => {
      const html = await answer.text();
      expect([answer.status, html]).toEqual([status, expect.stringContaining(titled(status, locale))]);
      expect(html).toMatch(/href="tel:119".*href="tel:110"/s);
    };
    await refused(await kit.post(`/${locale}/notes`, {}, { origin: 'https://evil.example' }), 403);
    await refused(await kit.post(`/${locale}/notes`, { note: 'a'.repeat(600_000) }), 413);
    kit.actor = NOBODY;
  });

  test('that cannot even be drawn still names whom to call, in every language', async () => {
    const broken = () => {
      throw new Error('nothing can be drawn');
    };
    const answer = await serve({ ...kit.house, frame: broken }).fetch(new Request(`${ORIGIN}/en/notes`));
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html.match(/href="tel:119"/g)).toHaveLength(LOCALES.length);
    expect(html.match(/href="tel:110"/g)).toHaveLength(LOCALES.length);
  });

  test('for others than its own people exists only in so far as they know', async () => {
    kit.actor = resident;
    expect((await kit.get('/en/staff')).status).toBe(403);
    kit.actor = NOBODY;
  });

  test('says what went wrong to the log, not to the reader', async () => {
    const html = await (await kit.get('/en/broken')).text();
    expect(html).not.toContain('a bug');
    expect(kit.log.at(-1)).toContain('a bug');
  });

  test('too many tries are told when to come back', async () => {
    kit.clock.set(Temporal.Instant.from('2026-11-24T09:03:30+09:00'));
    expect((await kit.get('/en/limited')).status).toBe(200);
    expect((await kit.get('/en/limited')).status).toBe(200);
    const third = await kit.get('/en/limited');
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '390']);
    kit.clock.advance({ seconds: 390 });
    expect((await kit.get('/en/limited')).status).toBe(200);
  });

  test.each(['/en/notes/12', '/en/notes/%00', '/en/words/%00', '/en/search?most=%00', '/en/search?%00=1'])(
    '%s is the address of nothing',
    async (path) => {
      expect((await kit.get(path)).status).toBe(404);
    },
  );

  test.each(['/en/words/%zz', '/en/words/%ED%A0%80', '/%', '/en/%', '/en/words/a%2Fb'])(
    '%s does no harm',
    async (path) => {
      expect((await kit.get(path)).status).toBeLessThan(500);
    },
  );

  test('a file that is not there is no page without a language', async () => {
    const answer = await kit.get('/favicon.ico', { 'accept-language': 'en' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('href="/ja"');
  });
});

describe('every answer', () => {
  const paths = [
    '/en',
    '/notes',
    '/en/no-such-page',
    '/en/broken',
    '/en/own',
    '/en/search?most=no',
    '/x.png',
    '/ja-easy/staff',
  ];
  test.each(paths)('%s carries the headers that protect', async (path) => {
    const { headers } = await kit.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('cache-control') ?? 'no-store').not.toContain('public');
  });

  test('so do answers to forms, refused or not', async () => {
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }] as Record<string, string>[]) {
      const answer = await kit.post('/en/public-notes', { note: 'a', count: '1' }, headers);
      expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
    }
  });

  test('HEAD tells what GET would, without the page', async () => {
    const url = 'https://otonari.test/en/notes';
    const head = await kit.app.fetch(new Request(url, { method: 'HEAD' }));
    const get = await kit.app.fetch(new Request(url));
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is nothing that we know', async (method) => {
    const answer = await kit.app.fetch(new Request('https://otonari.test/en/notes', { method }));
    expect(answer.status).toBe(404);
  });
});

describe('a page that has not changed', () => {
  test.each([
    ['alone', (etag: string) => etag],
    ['among others', (etag: string) => `"x", ${etag}`],
  ])('is not sent again when it is named %s', async (_how, wanted) => {
    const etag = (await kit.get('/en/notes')).headers.get('etag') ?? '';
    const again = await kit.get('/en/notes', { 'if-none-match': wanted(etag) });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('has no name when its forms have a new key every time', async () => {
    kit.actor = resident;
    const answer = await kit.get('/en/notes');
    kit.actor = NOBODY;
    expect([answer.status, answer.headers.has('etag')]).toEqual([200, false]);
  });

  test('is sent to somebody who had another one', async () => {
    const etag = (await kit.get('/en/notes')).headers.get('etag') ?? '';
    expect((await kit.get('/ja/notes', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('a page on its way', () => {
  const length = async (answer: Response) => (await answer.arrayBuffer()).byteLength;

  test('is packed for those who take it, and says that it differs for others', async () => {
    const plain = await (await kit.get('/en/notes')).text();
    for (const [accepted, encoding, unpack] of [
      ['br, gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
      ['zstd;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ] as const) {
      const packed = await kit.get('/en/notes', { 'accept-encoding': accepted });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(packed.headers.get('vary')).toBe('cookie, accept-encoding');
      expect(unpack(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(plain);
    }
  });

  test.each(['', 'br', 'gzip;q=0', 'gzip; q=0.0, br', 'zstd; q=0', 'x-gzipped'])(
    'is not packed for "%s"',
    async (accepted) => {
      const answer = await kit.get('/en/notes', { 'accept-encoding': accepted });
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect(await length(answer)).toBeGreaterThan(1_400);
    },
  );
});

describe('a route that declares an audit entry and writes none', () => {
  test('is noticed when it shows something', async () => {
    expect((await kit.get('/en/forgetful')).status).toBe(500);
    expect(kit.log.at(-1)).toContain('notes.note.viewed and wrote none');
  });

  test('is noticed when it does something, and nothing was done', async () => {
    expect((await kit.post('/en/forgetful', {})).status).toBe(500);
    expect(kit.log.at(-1)).toContain('notes.note.kept and wrote none');
  });
});

test('what the path names is decoded once', async () => {
  expect(noteIn(await (await kit.get('/en/words/%E3%81%82%2520')).text())).toBe('あ%20');
});
