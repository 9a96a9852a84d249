import { afterAll, describe, expect, test } from 'vitest';
import { signInHouse } from '../../test/support/sign-in-house.ts';
import { until } from '../../test/support/until.ts';
import { endAccess, endRole, grantRole, restoreAccess } from '../modules/people/index.ts';
import { PROGRAM } from '../platform/audit/record.ts';
import type { Tx } from '../platform/database/connect.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineEvents } from '../platform/events/define.ts';
import { openLive } from '../platform/live/live.ts';
import type { Reply } from '../platform/web/route.ts';
import { liveRoute } from './live.ts';

const { publish } = defineEvents({ 'test.changed': [] });

const house = await signInHouse();
// As two web processes have them.
const processes = [openLive(house), openLive(house)];
afterAll(() => Promise.all(processes.map((live) => live.close())));
let count = 0;

/** Somebody signed in, with a page open at each process. */
async function withOpenPages() {
  const email = `open${++count}@example.org`;
  const personId = await house.person(email, ['resident', 'coordinator']);
  const browser = house.browser();
  house.clock.advance({ minutes: 11 });
  await browser.signIn(email);
  const headers = new Headers({ cookie: `__Host-session=${browser.cookies.get('__Host-session')}` });
  const actor = await house.signIn.findActor(headers, house.clock());
  const pages = await Promise.all(
    processes.map(async (live) => {
      const reply = (await liveRoute(live).handle({ actor, headers: new Headers() } as never)) as Reply;
      if (reply.kind !== 'response' || !reply.response.body) throw new Error('a stream was expected');
      const reader = (reply.response.body as ReadableStream<Uint8Array>).getReader();
      await reader.read();
      const page = { reader, isOver: false, heard: 0 };
      const follow = async (): Promise<void> => {
        if ((await reader.read()).done) page.isOver = true;
        else {
          page.heard += 1;
          await follow();
        }
      };
      void follow();
      return page;
    }),
  );
  const change = () =>
    inTransaction(house.db, (tx) =>
      publish(tx, { type: 'test.changed', ids: {}, live: [`person:${personId}`] }),
    );
  await until(async () => {
    await change();
    return pages.every(({ heard }) => heard > 0);
  });
  return { personId, email, browser, pages, sessionId: actor.sessionId ?? '' };
}

type Open = Awaited<ReturnType<typeof withOpenPages>>;
const act = () => ({ by: PROGRAM, now: house.clock() });
const inTx = (work: (tx: Tx) => Promise<unknown>) =>
  inTransaction(house.db, async (tx) => void (await work(tx)));

describe('open pages hear nothing more at once, in every process', () => {
  test.each<[string, (open: Open) => Promise<unknown>]>([
    ['signing out', ({ browser }) => browser.post('/sign-out')],
    ['ending the session', ({ browser, sessionId }) => browser.post(`/sessions/${sessionId}/ending`)],
    ['the end of access', ({ personId }) => inTx((tx) => endAccess(tx, personId, act()))],
    [
      'the end of a role',
      ({ personId }) => inTx((tx) => endRole(tx, { personId, role: 'coordinator' }, act())),
    ],
    ['a new role', ({ personId }) => inTx((tx) => grantRole(tx, { personId, role: 'treasurer' }, act()))],
    [
      'deleting the session',
      ({ sessionId }) => house.db.deleteFrom('auth.sessions').where('id', '=', sessionId).execute(),
    ],
  ])('after %s', async (_, end) => {
    const open = await withOpenPages();
    await end(open);
    await until(() => open.pages.every(({ isOver }) => isOver));
    expect(open.pages.map(({ isOver }) => isOver)).toEqual([true, true]);
  });

  test('and nobody else’s do', async () => {
    const [one, other] = [await withOpenPages(), await withOpenPages()];
    await one.browser.post('/sign-out');
    await until(() => one.pages.every(({ isOver }) => isOver));
    expect(other.pages.map(({ isOver }) => isOver)).toEqual([false, false]);
    for (const { reader } of other.pages) await reader.cancel();
  });
});

describe('whoever is let in again after their access had ended', () => {
  test('signs in anew: the sessions of before stay over', async () => {
    const { personId, email, browser } = await withOpenPages();
    await inTx((tx) => endAccess(tx, personId, act()));
    await inTx((tx) => restoreAccess(tx, personId, act()));
    expect((await browser.get('/who')).html).toContain('nobody');
    await browser.signIn(email);
    expect((await browser.get('/who')).html).toContain(personId);
  });
});
