import { describe, expect, test } from 'vitest';
import { signInHouse } from '../../../../test/support/sign-in-house.ts';
import { actorFinder } from '../sessions/actor.ts';

describe('one-click sign-in', () => {
  test('does not exist outside a demonstration', async () => {
    const house = await signInHouse();
    const personId = await house.person('staff@example.org', ['coordinator']);
    const browser = house.browser();
    expect((await browser.post('/demonstration/sign-in', { personId })).status).toBe(404);
    expect((await browser.get('/who')).html).toContain('nobody');
  });

  test('makes anybody an invented person, staff with all they may, in a demonstration', async () => {
    const house = await signInHouse({ demonstration: true });
    const personId = await house.person('staff@example.org', ['coordinator']);
    const browser = house.browser();
    const answer = await browser.post('/demonstration/sign-in', { personId, back: '/desk' });
    expect([answer.status, answer.location]).toEqual([303, '/demonstration/signed-in?back=%2Fdesk']);
    expect((await browser.get(answer.location ?? '')).location).toBe('/desk');
    const forgetful = await house.browser().get(answer.location ?? '');
    expect([forgetful.status, forgetful.html]).toEqual([
      422,
      expect.stringContaining('did not keep the cookie'),
    ]);
    expect((await browser.get('/desk')).html).toContain('the desk');
    expect((await browser.get('/sign-in')).status).toBe(200);
  });

  test('opens nothing any more when the demonstration is over', async () => {
    const house = await signInHouse({ demonstration: true });
    const personId = await house.person('staff@example.org', ['coordinator']);
    const browser = house.browser();
    await browser.post('/demonstration/sign-in', { personId });
    expect((await browser.get('/who')).html).not.toContain('nobody');
    const { keys, limits, people } = house.signIn;
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const who = (demonstration: boolean) =>
      actorFinder(house, { ...people, keys, limits, demonstration })(new Headers({ cookie }), house.clock());
    expect((await who(true)).personId).toBe(personId);
    expect((await who(false)).personId).toBeNull();
  });

  test('refuses who does not exist, may not enter, or is no id', async () => {
    const house = await signInHouse({ demonstration: true });
    const ended = await house.person('ended@example.org', ['resident']);
    await house.db.updateTable('people.persons').set({ access_ended_at: house.clock() }).execute();
    for (const personId of [crypto.randomUUID(), ended, 'me', '']) {
      const browser = house.browser();
      expect((await browser.post('/demonstration/sign-in', { personId })).status).toBe(422);
      expect((await browser.get('/who')).html).toContain('nobody');
    }
  });
});
