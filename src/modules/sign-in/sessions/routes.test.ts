import { describe, expect, test } from 'vitest';
import { signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
let count = 0;

/** A person with roles, signed in. */
async function signedIn(roles: ('resident' | 'volunteer' | 'coordinator')[] = ['resident']) {
  const email = `person${++count}@example.org`;
  const id = await house.person(email, roles);
  const browser = house.browser();
  house.clock.advance({ minutes: 11 });
  await browser.signIn(email);
  const isIn = async (headers = {}) => (await browser.get('/who', headers)).html.includes(id);
  return { id, email, browser, isIn };
}

describe('a session', () => {
  test('its cookie is for this host only, never for scripts, and lasts as long as the session may', async () => {
    const email = `person${++count}@example.org`;
    await house.person(email, ['volunteer']);
    const [cookie = ''] = (await house.browser().signIn(email)).headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=15552000$/,
    );
    await house.person('staff@example.org', ['coordinator']);
    const [ofStaff = ''] = (await house.browser().signIn('staff@example.org')).headers.getSetCookie();
    expect(ofStaff).toContain('; Max-Age=86400');
  });

  test('the database cannot be used to become somebody', async () => {
    const { id, browser } = await signedIn();
    const row = await house.db
      .selectFrom('auth.sessions')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow();
    const thief = house.browser();
    for (const value of [row.id, row.token_hash.toString('hex'), row.token_hash.toString('base64url')]) {
      thief.cookies.set('__Host-session', value);
      expect((await thief.get('/who')).html).toContain('nobody');
    }
    expect(row.token_hash.toString('base64url')).not.toBe(browser.cookies.get('__Host-session'));
  });

  test('who is asking costs one query', async () => {
    const { browser } = await signedIn();
    const asked: string[] = [];
    const query = house.pool.query.bind(house.pool);
    const headers = new Headers({ cookie: `__Host-session=${browser.cookies.get('__Host-session')}` });
    house.pool.query = ((...given: Parameters<typeof query>) => {
      asked.push(String((given[0] as { name?: string }).name));
      return query(...given);
    }) as typeof house.pool.query;
    await house.signIn.findActor(headers, house.clock());
    house.pool.query = query as typeof house.pool.query;
    expect(asked).toEqual(['actor-of-session']);
  });

  test('a resident is signed out after 30 days without use', async () => {
    const { isIn } = await signedIn();
    house.clock.advance({ days: 29 });
    expect(await isIn()).toBe(true);
    house.clock.advance({ days: 29 });
    expect(await isIn()).toBe(true);
    house.clock.advance({ days: 30 });
    expect(await isIn()).toBe(false);
  });

  test('a resident is signed out after 180 days however often they come', async () => {
    const { isIn } = await signedIn();
    for (let day = 20; day <= 160; day += 20) {
      house.clock.advance({ days: 20 });
      expect(await isIn()).toBe(true);
    }
    house.clock.advance({ days: 19 });
    expect(await isIn()).toBe(true);
    house.clock.advance({ days: 1 });
    expect(await isIn()).toBe(false);
  });

  test('staff are signed out after 8 hours without use and after 24 hours at all', async () => {
    const idle = await signedIn(['coordinator']);
    house.clock.advance({ hours: 8 });
    expect(await idle.isIn()).toBe(false);
    const busy = await signedIn(['resident', 'coordinator']);
    for (let hour = 6; hour < 24; hour += 6) {
      house.clock.advance({ hours: 6 });
      expect(await busy.isIn()).toBe(true);
    }
    house.clock.advance({ hours: 6 });
    expect(await busy.isIn()).toBe(false);
  });

  test('who becomes staff has the limits of staff at once', async () => {
    const { id, isIn } = await signedIn();
    house.clock.advance({ hours: 9 });
    await house.db
      .insertInto('people.roles')
      .values({ person_id: id, role: 'coordinator', since_on: Temporal.PlainDate.from('2026-01-01') })
      .execute();
    expect(await isIn()).toBe(false);
  });

  test('a page that keeps itself fresh does not keep somebody signed in', async () => {
    const { isIn } = await signedIn(['coordinator']);
    house.clock.advance({ hours: 5 });
    expect(await isIn({ 'sec-fetch-mode': 'cors' })).toBe(true);
    expect(await isIn({ 'sec-purpose': 'prefetch', 'sec-fetch-mode': 'navigate' })).toBe(true);
    house.clock.advance({ hours: 4 });
    expect(await isIn()).toBe(false);
  });

  test('somebody whose access ends is out at the next request, and in again only when it is restored', async () => {
    const { id, isIn } = await signedIn();
    const setEnd = (at: Temporal.Instant | null) =>
      house.db.updateTable('people.persons').set({ access_ended_at: at }).where('id', '=', id).execute();
    expect(await isIn()).toBe(true);
    await setEnd(house.clock());
    expect(await isIn()).toBe(false);
    await setEnd(null);
    expect(await isIn()).toBe(true);
  });
});

describe('one’s own sessions', () => {
  test('each is listed with what one recognizes it by', async () => {
    const { browser, email } = await signedIn();
    const other = house.browser(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1',
    );
    await other.signIn(email);
    const { html } = await browser.get('/sessions');
    expect(html).toContain('Chrome · Android');
    expect(html).toContain('Safari · iPhone');
    expect(html.match(/This device/g)).toHaveLength(1);
  });

  test('one of them is ended from another', async () => {
    const { id, browser, email, isIn } = await signedIn();
    const other = house.browser();
    await other.signIn(email);
    const sessions = await house.db
      .selectFrom('auth.sessions')
      .select('id')
      .where('person_id', '=', id)
      .orderBy('created_at')
      .execute();
    const answer = await other.post(`/sessions/${sessions[0]?.id}/ending`);
    expect([answer.status, answer.location]).toEqual([303, '/sessions']);
    expect(await isIn()).toBe(false);
    expect((await other.get('/who')).html).toContain(id);
    expect((await browser.get('/sessions')).location).toContain('/sign-in');
  });

  test('all but this one are ended at once', async () => {
    const { id, email, browser, isIn } = await signedIn();
    const others = [house.browser(), house.browser()];
    for (const other of others) await other.signIn(email);
    const answer = await browser.post('/sessions/elsewhere/ending');
    expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toContain('2 other devices');
    expect(await isIn()).toBe(true);
    for (const other of others) expect((await other.get('/who')).html).not.toContain(id);
  });

  test('nobody ends another person’s session', async () => {
    const victim = await signedIn();
    const { browser } = await signedIn();
    const row = await house.db
      .selectFrom('auth.sessions')
      .select('id')
      .where('person_id', '=', victim.id)
      .executeTakeFirstOrThrow();
    expect((await browser.post(`/sessions/${row.id}/ending`)).status).toBe(404);
    expect(await victim.isIn()).toBe(true);
  });

  test('signing out ends the session, not only the cookie', async () => {
    const { browser } = await signedIn();
    const token = browser.cookies.get('__Host-session') ?? '';
    const answer = await browser.post('/sign-out');
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
    expect(answer.location).toBe('');
    expect(browser.cookies.has('__Host-session')).toBe(false);
    browser.cookies.set('__Host-session', token);
    expect((await browser.get('/who')).html).toContain('nobody');
    expect((await house.browser().post('/sign-out')).status).toBe(303);
  });

  test('signing in and out leave entries in one’s record', async () => {
    const { id, browser } = await signedIn();
    await browser.post('/sign-out');
    const entries = await house.db
      .selectFrom('audit.entries')
      .select(['action', 'outcome'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(entries).toEqual([
      { action: 'sign_in.session.started', outcome: 'done' },
      { action: 'sign_in.session.ended', outcome: 'done' },
    ]);
  });
});
