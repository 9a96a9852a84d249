import { describe, expect, test } from 'vitest';
import { codeIn, signInHouse } from '../../../../test/support/sign-in-house.ts';
import { forget } from '../../../platform/rights/forget.ts';
import { personalData } from '../personal-data.ts';

const house = await signInHouse();
const victim = await house.person('victim@example.org', ['administrator']);

/** Asks for a code with a form key of one's own choice; returns the code that was mailed. */
async function ask(browser: ReturnType<typeof house.browser>, email: string, idempotency_key: string) {
  await browser.post('/sign-in', { email, back: '/', idempotency_key });
  await house.work();
  return codeIn(house.mails.at(-1));
}

describe('an account is not taken over by whoever knows its address', () => {
  test.each([
    ['at once', { seconds: 1 }],
    ['when the first code was forgotten by night', { hours: 49 }],
  ])('with the key of a code of one’s own, %s', async (_, pause) => {
    const key = crypto.randomUUID();
    const own = house.browser();
    const code = await ask(own, 'thief@example.org', key);
    house.clock.advance(pause);
    await forget(house.db, [personalData], house.clock());
    const thief = house.browser();
    const mailed = await ask(thief, 'victim@example.org', key);
    expect(thief.cookies.get('__Host-sign-in')).not.toBe(own.cookies.get('__Host-sign-in'));
    // One in a million is not worth a test that fails once in a million.
    if (mailed !== code) expect((await thief.post('/sign-in/code', { code })).status).toBe(422);
    expect((await thief.get('/who')).html).not.toContain(victim);
  });

  test('the same key never makes the same code, cookie or id again', async () => {
    const key = crypto.randomUUID();
    const seen: string[][] = [];
    for (let round = 0; round < 3; round++) {
      const browser = house.browser();
      const code = await ask(browser, 'thief@example.org', key);
      const { id } = await house.db
        .selectFrom('auth.codes')
        .select('id')
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow();
      seen.push([code, browser.cookies.get('__Host-sign-in') ?? '', id]);
      house.clock.advance({ hours: 49 });
      await forget(house.db, [personalData], house.clock());
    }
    for (const column of [0, 1, 2]) expect(new Set(seen.map((row) => row[column])).size).toBe(3);
    expect(seen.flat()).not.toContain(key);
  });

  test('the program cannot choose the id of a code', async () => {
    const row = { token_hash: Buffer.from('t'), email: 'a@example.org', locale: 'en', back: '/' };
    const times = { created_at: house.clock(), expires_at: house.clock().add({ minutes: 10 }) };
    const insert = house.db.insertInto('auth.codes').values({ ...row, ...times, id: crypto.randomUUID() });
    await expect(insert.execute()).rejects.toThrow(/permission denied/);
  });

  test('a code of one address opens no other, though somebody moves it in the database', async () => {
    const browser = house.browser();
    const code = await ask(browser, 'mover@example.org', crypto.randomUUID());
    await house.db
      .updateTable('auth.codes')
      .set({ email: 'victim@example.org' })
      .where('email', '=', 'mover@example.org')
      .execute();
    expect((await browser.post('/sign-in/code', { code })).status).toBe(422);
    expect((await browser.get('/who')).html).not.toContain(victim);
  });
});
