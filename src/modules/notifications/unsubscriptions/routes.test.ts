import { pino } from 'pino';
import { h, type VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { notifications as module, ORIGIN, SECRET } from '../../../../test/support/notifications.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { serve } from '../../../platform/web/serve.ts';
import { createPerson } from '../../people/index.ts';
import { makeToken } from '../mail/unsubscribe-token.ts';
import { findPreferences } from '../store/preferences.ts';

const house = await testHouse([module]);
const { db, clock } = house;
const keys = makeTokens(SECRET);
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const [sita, chen] = [await person('Sita'), await person('陈')];
const pathOf = (personId: string, group: 'messages' | 'asks' | 'visits') =>
  `/unsubscriptions/${makeToken(keys, { personId, group }, clock())}`;
const unwanted = async (personId: string) => [...(await findPreferences(db, personId)).unwanted];

/** How often the kit asked whose cookies these are. */
let asked = 0;

/** A mail provider's own request: no cookies, no origin, nothing that a browser would add. */
function byMailProvider(path: string, body = 'List-Unsubscribe=One-Click'): Promise<Response> | Response {
  const app = serve({
    db,
    clock,
    log: pino({ level: 'silent' }),
    modules: [module],
    publicUrl: ORIGIN,
    trustProxy: false,
    findActor: async () => {
      asked++;
      return actorOf(sita);
    },
    frame: ({ body: inside }) => h('main', null, inside) as VNode,
    lastPage: '',
    refusalPage: (status) => ({ title: () => String(status), body: h('h1', null, status) }),
    otherPersonPage: () => ({ title: () => '409', body: h('h1', null, '409') }),
    signInPath: (back) => back,
    secondFactorPath: (back) => back,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.fetch(new Request(`${ORIGIN}/en${path}`, { method: 'POST', headers, body }));
}

describe('the link at the foot of a mail', () => {
  test('shows a button to anybody and changes nothing by itself', async () => {
    const path = pathOf(sita.id, 'messages');
    const answer = await house.as().get(path);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('New messages');
    expect(answer.html).toContain(`method="post" action="/en${path}"`);
    expect(answer.html).not.toContain('Sita');
    expect(await unwanted(sita.id)).toEqual([]);
  });

  test('its button ends that kind of mail to that person, with an audit entry they can see', async () => {
    const answer = await house.as().post(pathOf(sita.id, 'messages'));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('no more email of this kind');
    expect(await unwanted(sita.id)).toEqual(['messages']);
    expect(await unwanted(chen.id)).toEqual([]);
    const entries = await db
      .selectFrom('audit.entries')
      .select(['subject_id', 'actor_id'])
      .where('action', '=', 'notifications.unsubscribed')
      .execute();
    expect(entries).toEqual([{ subject_id: sita.id, actor_id: null }]);
  });

  test('of one person does nothing for another, whoever presses', async () => {
    await house.as(actorOf(chen)).post(pathOf(sita.id, 'asks'));
    expect((await unwanted(sita.id)).sort()).toEqual(['asks', 'messages']);
    expect(await unwanted(chen.id)).toEqual([]);
  });

  test('pressed twice it is still done', async () => {
    const path = pathOf(chen.id, 'asks');
    expect((await house.as().post(path)).status).toBe(200);
    expect((await house.as().post(path)).status).toBe(200);
    expect(await unwanted(chen.id)).toEqual(['asks']);
  });

  test('forged, there is no such page', async () => {
    const path = pathOf(sita.id, 'visits');
    for (const forged of ['/unsubscriptions/abc', `${path.slice(0, -4)}AAAA`]) {
      expect((await house.as().get(forged)).status).toBe(404);
      expect((await house.as().post(forged)).status).toBe(404);
    }
    expect(await unwanted(sita.id)).not.toContain('visits');
  });

  test('too old, it says so and changes nothing', async () => {
    const path = pathOf(sita.id, 'visits');
    clock.advance({ days: 91 });
    for (const answer of [await house.as().get(path), await house.as().post(path)]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('no longer works');
    }
    expect(await unwanted(sita.id)).not.toContain('visits');
  });
});

describe('a mail program’s own button', () => {
  test('works without cookies and origin, and is not sent elsewhere (RFC 8058)', async () => {
    const answer = await byMailProvider(pathOf(chen.id, 'visits'));
    expect(answer.status).toBe(200);
    expect(await unwanted(chen.id)).toContain('visits');
    expect(asked).toBe(0);
  });

  test('opens no other door: everything else still has to come from our own pages', async () => {
    expect(module.routes.filter(({ csrf }) => csrf === 'none').map(({ path }) => path)).toEqual([
      '/unsubscriptions/:token',
    ]);
    const elsewhere = await byMailProvider('/inbox/readings', 'until=2026-11-24T00:00:00Z');
    expect(elsewhere.status).toBe(403);
    expect(asked).toBe(1);
  });
});
