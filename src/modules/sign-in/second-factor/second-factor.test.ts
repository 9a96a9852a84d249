import { generate } from 'otplib';
import { describe, expect, test } from 'vitest';
import { testSeal } from '../../../../test/support/database.ts';
import { openAllWords } from '../../../../test/support/sealed-words.ts';
import { type Browser, signInHouse } from '../../../../test/support/sign-in-house.ts';
import { PROGRAM } from '../../../platform/audit/record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { removeFactors } from './authenticator.ts';

const house = await signInHouse();
let count = 0;

async function signedIn(
  roles: ('resident' | 'coordinator' | 'administrator' | 'treasurer')[] = ['coordinator'],
) {
  const email = `person${++count}@example.org`;
  const id = await house.person(email, roles);
  const browser = house.browser();
  await browser.signIn(email);
  return { id, email, browser };
}

const epoch = () => Math.floor(house.clock().epochMilliseconds / 1000);

/** Somebody who has connected an app: its secret, and the recovery codes they were shown. */
async function connected(browser: Browser) {
  const { html } = await browser.get('/second-factor/set-up?back=/desk');
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const setUp = /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const code = await generate({ secret, epoch: epoch() });
  const answer = await browser.post('/second-factor/set-up', { code, setUp, back: '/desk' });
  const recovery = [...answer.html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(
    ([, one = '']) => one,
  );
  return { secret, setUp, code, answer, recovery };
}

describe('a second factor', () => {
  test.each(['coordinator', 'treasurer', 'administrator'] as const)('is asked of a %s', async (role) => {
    const { browser } = await signedIn([role]);
    const stopped = await browser.get('/desk');
    expect(stopped.location).toBe('/second-factor?back=%2Fdesk');
    expect((await browser.get(stopped.location ?? '')).location).toBe('/second-factor/set-up?back=%2Fdesk');
  });

  test('is not asked of residents, who find no page for it', async () => {
    const { browser } = await signedIn(['resident']);
    expect((await browser.get('/sessions')).status).toBe(200);
    expect((await browser.get('/second-factor/set-up')).status).toBe(404);
  });

  test('an app is connected by its first code, and opens the desk', async () => {
    const { id, browser } = await signedIn();
    const { answer, recovery } = await connected(browser);
    expect(answer.status).toBe(200);
    expect(new Set(recovery).size).toBe(8);
    expect((await browser.get('/desk')).html).toContain('the desk');
    expect((await browser.get('/who')).html).toContain(`${id} strong`);
  });

  test('a wrong first code comes back with the same picture and connects nothing', async () => {
    const { id, browser } = await signedIn();
    const { html } = await browser.get('/second-factor/set-up');
    const setUp = /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(html).toMatch(/href="otpauth:\/\/totp\//);
    const answer = await browser.post('/second-factor/set-up', { code: '000000', setUp, back: '/desk' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`value="${setUp}"`);
    expect(answer.html).toContain('id="code-refusal"');
    const rows = await house.db
      .selectFrom('auth.authenticators')
      .select('person_id')
      .where('person_id', '=', id)
      .execute();
    expect(rows).toEqual([]);
  });

  test('a set-up that somebody else began, or that lay open too long, connects nothing', async () => {
    const other = await signedIn();
    const theirs = await other.browser.get('/second-factor/set-up');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(theirs.html)?.[1] ?? '').replaceAll(' ', '');
    const setUp = /name="setUp" value="([^"]+)"/.exec(theirs.html)?.[1] ?? '';
    const { browser } = await signedIn();
    const code = await generate({ secret, epoch: epoch() });
    const answer = await browser.post('/second-factor/set-up', { code, setUp, back: '/' });
    expect(answer.html).toContain('This page was open for a long time');
    house.clock.advance({ minutes: 31 });
    const late = await generate({ secret, epoch: epoch() });
    const own = await other.browser.post('/second-factor/set-up', { code: late, setUp, back: '/' });
    expect(own.html).toContain('This page was open for a long time');
  });

  test('the form of a set-up is good once: sent again it connects nothing, also after all means were removed', async () => {
    const { id, browser } = await signedIn();
    const { secret, setUp } = await connected(browser);
    house.clock.advance({ seconds: 60 });
    const again = { setUp, code: await generate({ secret, epoch: epoch() }), back: '/' };
    expect((await browser.post('/second-factor/set-up', again)).status).toBe(422);
    const tables = ['auth.authenticators', 'auth.recovery_codes'] as const;
    for (const table of tables) await house.db.deleteFrom(table).where('person_id', '=', id).execute();
    const anew = house.browser();
    await anew.signIn(`person${count}@example.org`);
    expect((await anew.post('/second-factor/set-up', again)).status).toBe(422);
  });

  test('the form of a set-up sent twice at once connects one app', async () => {
    const { browser } = await signedIn();
    const { html } = await browser.get('/second-factor/set-up');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
    const setUp = /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const form = { setUp, code: await generate({ secret, epoch: epoch() }), back: '/' };
    const answers = await Promise.all([1, 2].map(() => browser.post('/second-factor/set-up', form)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('proved, the session goes on under a new token: the one of before is nobody’s', async () => {
    const { browser, email } = await signedIn();
    const first = browser.cookies.get('__Host-session') ?? '';
    const { secret } = await connected(browser);
    const later = house.browser();
    await later.signIn(email);
    const weak = later.cookies.get('__Host-session') ?? '';
    house.clock.advance({ seconds: 60 });
    await later.post('/second-factor', { code: await generate({ secret, epoch: epoch() }), back: '/desk' });
    expect((await later.get('/who')).html).toContain('strong');
    for (const token of [first, weak]) {
      const thief = house.browser();
      thief.cookies.set('__Host-session', token);
      expect((await thief.get('/who')).html).toContain('nobody');
    }
  });

  test('a code typed when the session was over is kept nowhere', async () => {
    const before = await house.db.selectFrom('platform.kept_forms').select('token').execute();
    for (const path of ['/second-factor', '/second-factor/set-up'])
      expect((await house.browser().post(path, { code: '123456' })).location).toContain('/sign-in?back=');
    expect(await house.db.selectFrom('platform.kept_forms').select('token').execute()).toEqual(before);
  });

  test('the app’s next code proves it at the next sign-in, once', async () => {
    const { browser, email } = await signedIn();
    const { secret, code: first } = await connected(browser);
    const later = house.browser();
    await later.signIn(email);
    expect((await later.get('/second-factor?back=/desk')).status).toBe(200);
    expect((await later.post('/second-factor', { code: first, back: '/desk' })).status).toBe(422);
    house.clock.advance({ seconds: 60 });
    const code = await generate({ secret, epoch: epoch() });
    expect((await later.post('/second-factor', { code, back: '/desk' })).location).toBe('/desk');
    expect((await later.get('/desk')).html).toContain('the desk');
    const third = house.browser();
    await third.signIn(email);
    expect((await third.post('/second-factor', { code, back: '/desk' })).status).toBe(422);
    expect((await third.get('/desk')).location).toContain('/second-factor');
  });

  test('twenty tries in four hours, then a wait', async () => {
    const { browser, email } = await signedIn();
    await connected(browser);
    const thief = house.browser();
    await thief.signIn(email);
    const statuses = [];
    for (let tries = 1; tries <= 21; tries++)
      statuses.push((await thief.post('/second-factor', { code: '123456', back: '/' })).status);
    expect(statuses).toEqual([...Array(20).fill(422), 429]);
    house.clock.advance({ hours: 1 });
    expect((await thief.post('/second-factor', { code: '123456', back: '/' })).status).toBe(429);
  });

  test('a recovery code lets its owner in once, whatever way it is typed', async () => {
    const { browser, email } = await signedIn();
    const { recovery } = await connected(browser);
    const stranger = await signedIn();
    await connected(stranger.browser);
    const weak = house.browser();
    await weak.signIn(stranger.email);
    expect((await weak.post('/second-factor', { code: recovery[0] ?? '' })).status).toBe(422);
    const lost = house.browser();
    await lost.signIn(email);
    const typed = ` ${recovery[0]?.toUpperCase().replace('-', ' ')} `;
    expect((await lost.post('/second-factor', { code: typed, back: '/desk' })).location).toBe('/desk');
    const again = house.browser();
    await again.signIn(email);
    expect((await again.post('/second-factor', { code: recovery[0] ?? '' })).status).toBe(422);
  });

  test('new recovery codes make the old ones worthless', async () => {
    const { browser, email } = await signedIn();
    const { recovery } = await connected(browser);
    expect((await browser.get('/second-factor/recovery-codes')).html).toContain('You have 8 codes left');
    expect((await browser.post('/second-factor/recovery-codes')).html).not.toContain(recovery[1] ?? 'none');
    const lost = house.browser();
    await lost.signIn(email);
    expect((await lost.post('/second-factor', { code: recovery[1] ?? '' })).status).toBe(422);
    expect((await lost.post('/second-factor/recovery-codes')).location).toMatch(/^\/second-factor\?back=/);
  });

  test('no browser keeps a page that shows the app’s secret or recovery codes', async () => {
    const { browser } = await signedIn();
    const shown = await browser.get('/second-factor/set-up');
    const setUp = /name="setUp" value="([^"]+)"/.exec(shown.html)?.[1] ?? '';
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(shown.html)?.[1] ?? '').replaceAll(' ', '');
    const wrong = await browser.post('/second-factor/set-up', { code: '000000', setUp });
    const code = await generate({ secret, epoch: epoch() });
    const done = await browser.post('/second-factor/set-up', { code, setUp });
    const replaced = await browser.post('/second-factor/recovery-codes');
    for (const { html, headers } of [shown, wrong, done, replaced])
      expect([html, headers.get('cache-control')]).toEqual([expect.stringContaining('<code>'), 'no-store']);
    expect((await browser.get('/sessions')).headers.get('cache-control')).toBe('private, no-cache');
  });

  test('the database holds neither the app’s secret nor a recovery code', async () => {
    const { id, browser } = await signedIn();
    const { secret, recovery } = await connected(browser);
    const kept = await house.db
      .selectFrom('auth.authenticators')
      .selectAll()
      .where('person_id', '=', id)
      .execute();
    const codes = await house.db
      .selectFrom('auth.recovery_codes')
      .selectAll()
      .where('person_id', '=', id)
      .execute();
    const all = JSON.stringify([kept, codes]);
    expect(all).not.toContain(secret);
    const column = 'auth.authenticators.sealed_secret';
    expect(await openAllWords(house.db, testSeal)).toContainEqual({ column, text: secret });
    for (const code of recovery) expect(all).not.toContain(code.replace('-', ''));
  });

  test('an administrator lets somebody who lost everything start anew; a coordinator cannot', async () => {
    const lost = await signedIn();
    await connected(lost.browser);
    const coordinator = await signedIn();
    await connected(coordinator.browser);
    const path = `/people/${lost.id}/second-factor/removal`;
    expect((await coordinator.browser.post(path)).status).toBe(403);
    const administrator = await signedIn(['administrator']);
    await connected(administrator.browser);
    expect((await administrator.browser.post(path)).status).toBe(303);
    // Of staff it waits for a second one (`staff-acts.test.ts`); then it is done.
    expect((await lost.browser.get('/who')).html).toContain(lost.id);
    await inTransaction(house.db, (tx) =>
      removeFactors(tx, { personId: lost.id, by: PROGRAM, now: house.clock() }),
    );
    expect((await lost.browser.get('/who')).html).toContain('nobody');
    const back = house.browser();
    await back.signIn(lost.email);
    expect((await back.get('/second-factor?back=/desk')).location).toContain('/second-factor/set-up');
  });
});
