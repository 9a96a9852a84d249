import { pino } from 'pino';
import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { eventOf, signed, WEBHOOK_SECRET } from '../../../../../test/support/stripe-double.ts';
import { NOBODY } from '../../../../platform/permissions.ts';
import { serve } from '../../../../platform/web/serve.ts';
import { givingModule } from '../../module.ts';
import { makeStripe } from '../stripe/stripe.ts';

const { db } = await testDatabase();
const secret = 'a secret of at least thirty-two characters';
const payments = makeStripe({ secretKey: 'sk_test_double', webhookSecret: WEBHOOK_SECRET });
const module = givingModule({ payments, secret, publicUrl: 'https://otonari.test' });
const app = serve({
  ...{ db, clock: () => Temporal.Now.instant(), log: pino({ level: 'silent' }), modules: [module] },
  ...{ publicUrl: 'https://otonari.test', trustProxy: false, findActor: async () => NOBODY, lastPage: '' },
  frame: ({ body }) => h('main', null, body) as VNode,
  refusalPage: (status) => ({ title: () => String(status), body: h('h1', null, status) }),
  otherPersonPage: () => ({ title: () => '409', body: h('h1', null, '409') }),
  ...{ signInPath: (back) => back, secondFactorPath: (back) => back },
});
/** As Stripe sends: no cookies, no origin, nothing that a browser would add. */
async function send(body: string, signature: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
  const path = 'https://otonari.test/ja/giving/payments/notices';
  return (await app.fetch(new Request(path, { method: 'POST', headers, body }))).status;
}
const kept = () => db.selectFrom('giving.provider_events').select(['id', 'object_id', 'done_at']).execute();

test('what the provider has signed is kept at once and once; what anybody else sends is nothing', async () => {
  const now = Temporal.Now.instant();
  const body = eventOf('charge.succeeded', { id: 'ch_寄付' }, 'evt_1');
  expect(await send(body, 't=1,v1=00')).toBe(400);
  expect(await send(body, signed(body, now, 'whsec_another'))).toBe(400);
  expect(await send(`${body}\n`, signed(body, now))).toBe(400);
  expect(await kept()).toEqual([]);
  for (let times = 0; times < 3; times++) expect(await send(body, signed(body, now))).toBe(200);
  expect(await kept()).toEqual([{ id: 'evt_1', object_id: 'ch_寄付', done_at: null }]);
});

test('what says nothing of our money is answered and forgotten', async () => {
  const body = eventOf('customer.created', { id: 'cus_1' }, 'evt_2');
  expect(await send(body, signed(body, Temporal.Now.instant()))).toBe(200);
  expect((await kept()).map(({ id }) => id)).not.toContain('evt_2');
});
