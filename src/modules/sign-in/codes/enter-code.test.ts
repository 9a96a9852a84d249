import { describe, expect, test } from 'vitest';
import { codeIn, otherThan, signInHouse } from '../../../../test/support/sign-in-house.ts';

const house = await signInHouse();
const known = await house.person('known@example.org', ['resident']);

/** A browser that has asked for a code, and the code. */
async function asked(email: string, back = '/') {
  const browser = house.browser();
  const answer = await browser.post('/sign-in', { email, back });
  await house.work();
  return { browser, answer, code: codeIn(house.mails.at(-1)) };
}

describe('signing in with a code', () => {
  test('whoever has typed something is told that it is kept', async () => {
    const { html } = await house.browser().get('/sign-in?back=/kept-forms/some-token');
    expect(html).toMatch(/<h1[^>]*>Sign in to go on: what you typed is kept</);
    expect((await house.browser().get('/sign-in')).html).not.toContain('is kept');
  });

  test('a browser that keeps no cookie is told so, and what to do', async () => {
    const { location } = await house.browser().post('/sign-in', { email: 'bare@example.org', back: '/' });
    const shown = await house.browser().get(location ?? '');
    expect([shown.status, shown.html]).toEqual([422, expect.stringContaining('did not keep the cookie')]);
    expect(shown.html).toContain('href="mailto:');
  });

  test('the code from the mail signs in and leads back', async () => {
    const { browser, code } = await asked('known@example.org', '/who?x=1');
    const answer = await browser.post('/sign-in/code', { code });
    expect([answer.status, answer.location]).toEqual([303, '/who?x=1']);
    expect((await browser.get('/who')).html).toContain(`${known} weak`);
  });

  test('the code may be typed with spaces, hyphens or full-width digits', async () => {
    const { browser, code } = await asked('spaces@example.org');
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    const answer = await browser.post('/sign-in/code', { code: ` ${wide.slice(0, 3)}　-${wide.slice(3)} ` });
    expect(answer.status).toBe(303);
  });

  test('somebody new becomes a person by the right code only, and is welcomed', async () => {
    const { browser, code } = await asked('new@example.org', '/who');
    const count = async () =>
      (
        await house.db
          .selectFrom('people.persons')
          .select('id')
          .where('email', '=', 'new@example.org')
          .execute()
      ).length;
    await browser.post('/sign-in/code', { code: otherThan(code) });
    expect(await count()).toBe(0);
    const answer = await browser.post('/sign-in/code', { code });
    expect(answer.location).toBe('/welcome?back=%2Fwho');
    expect(await count()).toBe(1);
  });

  test('after ten minutes the code no longer works', async () => {
    const { browser, code } = await asked('late@example.org');
    house.clock.advance({ minutes: 10 });
    const answer = await browser.post('/sign-in/code', { code });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('This code no longer works');
    expect((await browser.get('/who')).html).toContain('nobody');
  });

  test('a code works once', async () => {
    const { browser, code } = await asked('once@example.org');
    const attempt = browser.cookies.get('__Host-sign-in') ?? '';
    expect((await browser.post('/sign-in/code', { code })).status).toBe(303);
    house.clock.advance({ minutes: 2 });
    const thief = house.browser();
    thief.cookies.set('__Host-sign-in', attempt);
    expect((await thief.post('/sign-in/code', { code })).status).toBe(422);
    expect((await thief.get('/who')).html).toContain('nobody');
  });

  test('a code belongs to the browser that asked for it', async () => {
    const { code } = await asked('browser@example.org');
    const other = house.browser();
    const answer = await other.post('/sign-in/code', { code });
    expect(answer.html).toContain('This code no longer works');
  });

  test('a press that is sent twice signs in once, and only the newest answer holds', async () => {
    const { browser, code } = await asked('twice@example.org', '/who');
    const attempt = browser.cookies.get('__Host-sign-in') ?? '';
    const twin = house.browser();
    twin.cookies.set('__Host-sign-in', attempt);
    const answers = await Promise.all([
      browser.post('/sign-in/code', { code }),
      twin.post('/sign-in/code', { code }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const seen = await Promise.all([browser.get('/who'), twin.get('/who')]);
    expect(seen.filter(({ html }) => !html.includes('nobody'))).toHaveLength(1);
    const sessions = await house.db
      .selectFrom('auth.sessions as s')
      .innerJoin('people.persons as p', 'p.id', 's.person_id')
      .where('p.email', '=', 'twice@example.org')
      .select('s.id')
      .execute();
    expect(sessions).toHaveLength(1);
  });

  test('the fifth wrong try uses the code up, and the right one comes too late', async () => {
    const { browser, code } = await asked('tries@example.org');
    const says = [];
    for (let tries = 1; tries <= 5; tries++) {
      const answer = await browser.post('/sign-in/code', { code: otherThan(code) });
      says.push(/You have (\d) tr|You have tried five times/.exec(answer.html)?.[0]);
    }
    expect(says).toEqual([
      'You have 4 tr',
      'You have 3 tr',
      'You have 2 tr',
      'You have 1 tr',
      'You have tried five times',
    ]);
    expect((await browser.post('/sign-in/code', { code })).html).toContain('You have tried five times');
  });

  test('rival guesses get five tries together', async () => {
    const { browser, code } = await asked('rivals@example.org');
    await Promise.all(
      Array.from({ length: 12 }, () => browser.post('/sign-in/code', { code: otherThan(code) })),
    );
    const { tries } = await house.db
      .selectFrom('auth.codes')
      .select('tries')
      .where('email', '=', 'rivals@example.org')
      .executeTakeFirstOrThrow();
    expect(tries).toBe(5);
  });

  test('looking at the page any number of times uses nothing up', async () => {
    const { browser, code } = await asked('scanner@example.org');
    for (const path of [`/sign-in/code?code=${code}`, '/sign-in/code', '/sign-in']) {
      await browser.get(path);
      await browser.head(path);
    }
    expect((await browser.get('/who')).html).toContain('nobody');
    expect((await browser.post('/sign-in/code', { code })).status).toBe(303);
  });

  test.each(['', '12345', '1234567', 'abcdef', '12345６7', '１２３４５', '123 45\u0000'])(
    'what is no code (%j) counts no try',
    async (typed) => {
      const browser = house.browser();
      await browser.post('/sign-in', { email: `typed${typed.length}@example.org`, back: '/' });
      const answer = await browser.post('/sign-in/code', { code: typed });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain('Please enter the six digits');
    },
  );

  test('somebody whose access has ended is told so only after the right code', async () => {
    const id = await house.person('ended@example.org', ['resident']);
    await house.db
      .updateTable('people.persons')
      .set({ access_ended_at: house.clock() })
      .where('id', '=', id)
      .execute();
    const { browser, code, answer } = await asked('ended@example.org');
    expect([answer.status, answer.location]).toEqual([303, '/sign-in/code?asked=1']);
    expect((await browser.post('/sign-in/code', { code: otherThan(code) })).html).not.toContain('suspended');
    const told = await browser.post('/sign-in/code', { code });
    expect(told.html).toContain('Your account is suspended.');
    expect(told.html).toContain('href="tel:0364523760"');
    expect(told.html).toContain('href="mailto:info@j-ii.org"');
    expect(told.html).not.toContain('Please ask for a new one');
    expect(told.html).not.toContain('name="code"');
    expect((await browser.get('/who')).html).toContain('nobody');
  });

  test('signing in again ends the session that this browser had', async () => {
    const browser = house.browser();
    await browser.signIn('known@example.org');
    const first = browser.cookies.get('__Host-session') ?? '';
    await browser.signIn('other@example.org');
    const before = house.browser();
    before.cookies.set('__Host-session', first);
    expect((await before.get('/who')).html).toContain('nobody');
  });
});
