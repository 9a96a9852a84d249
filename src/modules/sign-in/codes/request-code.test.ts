import { describe, expect, test } from 'vitest';
import { codeIn, otherThan, signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
await house.person('known@example.org', ['resident']);

describe('asking for a code', () => {
  test('the answer is the same whether the address is known or not', async () => {
    const shape = async (email: string) => {
      const browser = house.browser();
      const answer = await browser.post('/sign-in', { email, back: '/' });
      const before = house.mails.length;
      await house.work();
      const page = await browser.get('/sign-in/code');
      return {
        status: answer.status,
        location: answer.location,
        body: answer.html,
        cookies: answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, '')),
        page: page.html.replaceAll(email, '').replaceAll(/value="[^"]*"/g, ''),
        mails: house.mails.slice(before).map(({ subject }) => subject),
      };
    };
    expect(await shape('known@example.org')).toEqual(await shape('nobody@example.org'));
  });

  test('no person is looked up or made before the code is proved', async () => {
    const people = () => house.db.selectFrom('people.persons').select('id').execute();
    const before = (await people()).length;
    await house.browser().post('/sign-in', { email: 'stranger@example.org', back: '/' });
    await house.work();
    expect(await people()).toHaveLength(before);
  });

  test('the database is asked the same for every address, also by a browser that invents what a known one brings', async () => {
    const asked = async (email: string) => {
      const browser = house.browser();
      browser.cookies.set('__Host-devices', 'A'.repeat(43));
      const texts: string[] = [];
      const connect = house.pool.connect.bind(house.pool);
      house.pool.connect = (async () => {
        const client = await connect();
        const query = client.query;
        client.query = ((...given: Parameters<typeof query>) => {
          const [what] = given as unknown as [string | { text: string }];
          texts.push(typeof what === 'string' ? what : what.text);
          return query.apply(client, given);
        }) as typeof query;
        const release = client.release.bind(client);
        client.release = (...why) => {
          client.query = query;
          release(...why);
        };
        return client;
      }) as typeof house.pool.connect;
      await browser.post('/sign-in', { email, back: '/' });
      house.pool.connect = connect as typeof house.pool.connect;
      return texts;
    };
    const texts = await asked('known@example.org');
    expect(texts).toContainEqual(expect.stringContaining('known_devices'));
    expect(await asked('unknown@example.org')).toEqual(texts);
  });

  test('the cookie is for this host only, never for scripts, and ends soon', async () => {
    const answer = await house.browser().post('/sign-in', { email: 'cookie@example.org', back: '/' });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-sign-in=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1800$/,
    );
  });

  test('neither the database nor the queue of jobs holds a code', async () => {
    await house.browser().post('/sign-in', { email: 'kept@example.org', back: '/' });
    const { rows: jobs } = await house.pool.query(`select payload::text from graphile_worker._private_jobs`);
    await house.work();
    const code = codeIn(house.mails.at(-1));
    expect(code).toMatch(/^\d{6}$/);
    const rows = await house.db
      .selectFrom('auth.codes')
      .selectAll()
      .where('email', '=', 'kept@example.org')
      .execute();
    expect(JSON.stringify([jobs, rows])).not.toMatch(new RegExp(`\\b${code}\\b`));
  });

  test.each([' Known@Example.ORG ', 'ｋｎｏｗｎ＠ｅｘａｍｐｌｅ．ｏｒｇ'])(
    '%j is the same address',
    async (typed) => {
      await house.browser().post('/sign-in', { email: typed, back: '/' });
      await house.work();
      expect(house.mails.at(-1)?.to).toBe('known@example.org');
    },
  );

  test.each([
    '',
    'name',
    'name@',
    '@example.org',
    'a b@example.org',
    'a@b@example.org',
    'a@example.org\nbcc:b@example.org',
    `${'a'.repeat(250)}@example.org`,
    'a\u0000@example.org',
    '🙂@example.org',
  ])('%j comes back with a sentence beside the field and what was typed', async (typed) => {
    const answer = await house.browser().post('/sign-in', { email: typed, back: '/who' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('id="email-refusal"');
    expect(answer.html).toContain('name="back" value="/who"');
    if (typed.trim() && !/[\n\0]/.test(typed)) expect(answer.html).toContain(`value="${typed}"`);
  });

  test('the same form sent twice makes one code and one mail', async () => {
    const key = crypto.randomUUID();
    const browser = house.browser();
    const before = house.mails.length;
    const first = await browser.post('/sign-in', {
      email: 'double@example.org',
      back: '/',
      idempotency_key: key,
    });
    const second = await browser.post('/sign-in', {
      email: 'double@example.org',
      back: '/',
      idempotency_key: key,
    });
    await house.work();
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(house.mails.slice(before)).toHaveLength(1);
    expect((await browser.post('/sign-in/code', { code: codeIn(house.mails.at(-1)) })).status).toBe(303);
  });

  test('a form sent again after its code was used up asks for a new one that works', async () => {
    const form = { email: 'again@example.org', back: '/', idempotency_key: crypto.randomUUID() };
    const browser = house.browser();
    await browser.post('/sign-in', form);
    await house.work();
    const first = codeIn(house.mails.at(-1));
    for (let tries = 1; tries <= 5; tries++) await browser.post('/sign-in/code', { code: otherThan(first) });
    await browser.post('/sign-in', form);
    await house.work();
    const second = codeIn(house.mails.at(-1));
    expect((await browser.post('/sign-in/code', { code: second })).status).toBe(303);
  });

  test('a form sent again later is a wish for a new code', async () => {
    const form = { email: 'later@example.org', back: '/', idempotency_key: crypto.randomUUID() };
    const browser = house.browser();
    const before = house.mails.length;
    await browser.post('/sign-in', form);
    house.clock.advance({ minutes: 2 });
    await browser.post('/sign-in', form);
    await house.work();
    expect(house.mails.slice(before)).toHaveLength(2);
    expect((await browser.post('/sign-in/code', { code: codeIn(house.mails.at(-1)) })).status).toBe(303);
  });

  test('going back and mending the address asks anew', async () => {
    const key = crypto.randomUUID();
    const browser = house.browser();
    await browser.post('/sign-in', { email: 'typo@example.org', back: '/', idempotency_key: key });
    await browser.post('/sign-in', { email: 'mended@example.org', back: '/', idempotency_key: key });
    await house.work();
    expect(house.mails.at(-1)?.to).toBe('mended@example.org');
    expect((await browser.post('/sign-in/code', { code: codeIn(house.mails.at(-1)) })).status).toBe(303);
  });

  test('one network gets five codes an hour and eight a day for a mailbox', async () => {
    const ask = async () =>
      (await house.browser().post('/sign-in', { email: 'flood@example.org', back: '/' })).status;
    const hour = async () => [await ask(), await ask(), await ask(), await ask(), await ask(), await ask()];
    expect(await hour()).toEqual([303, 303, 303, 303, 303, 422]);
    house.clock.advance({ hours: 1 });
    expect(await hour()).toEqual([303, 303, 303, 422, 422, 422]);
  });

  test('one address on the network asks sixty times in ten minutes', async () => {
    house.clock.set(Temporal.Instant.from('2026-12-01T09:00:00+09:00'));
    const statuses = [];
    for (let index = 0; index < 61; index++)
      statuses.push(
        (await house.browser().post('/sign-in', { email: `many${index}@example.org`, back: '/' })).status,
      );
    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(422);
  });

  test('a form on somebody else’s page can ask for nothing', async () => {
    const answer = await house
      .browser()
      .post(
        '/sign-in',
        { email: 'known@example.org' },
        { 'sec-fetch-site': 'cross-site', origin: 'https://other.example' },
      );
    expect(answer.status).toBe(403);
  });

  test.each(['https://other.example/', '//other.example', '/\\other.example', '/en//other.example'])(
    'the way back %j leads to the start',
    async (back) => {
      house.clock.advance({ minutes: 10 });
      const browser = house.browser();
      const page = await browser.get(`/sign-in?back=${encodeURIComponent(back)}`);
      expect(page.html).toContain('name="back" value="/start"');
      const answer = await browser.signIn('known@example.org', back);
      expect(answer.location).toBe('/start');
    },
  );

  test('a code that waited too long in the queue is not sent', async () => {
    house.clock.advance({ hours: 25 });
    await house.browser().post('/sign-in', { email: 'queue@example.org', back: '/' });
    house.clock.advance({ minutes: 11 });
    const before = house.mails.length;
    await house.work();
    expect(house.mails).toHaveLength(before);
  });
});
