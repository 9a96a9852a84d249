import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  eventOf,
  listOf,
  signed,
  stripeDouble,
  WEBHOOK_SECRET,
} from '../../../../../test/support/stripe-double.ts';
import type { Order } from '../provider.ts';
import { makeStripe } from './stripe.ts';

const double = await stripeDouble();
const stripe = makeStripe({
  secretKey: 'sk_test_double',
  webhookSecret: WEBHOOK_SECRET,
  address: double.address,
});
afterAll(() => double.close());
beforeEach(() => {
  double.heard.length = 0;
  double.answers.clear();
});

const PLEDGE = '00000000-0000-4000-8000-000000000001';
const order: Order = {
  reference: { kind: 'pledge', id: PLEDGE },
  amount: 3000,
  locale: 'ja-easy',
  email: 'ren@example.org',
  back: { done: 'https://otonari.test/done', left: 'https://otonari.test/left' },
};
const AT = 1_795_500_000;

describe('a page to pay at', () => {
  test('is asked for in yen, by one way to pay, with what it is for, under the pinned version', async () => {
    double.answers.set('/v1/checkout/sessions', { id: 'cs_1', url: 'https://checkout.stripe.test/1' });
    expect(await stripe.beginGift({ ...order, by: 'konbini' })).toBe('https://checkout.stripe.test/1');
    expect(double.heard[0]).toMatchObject({
      version: '2026-10-28.endive',
      key: `pledge:${PLEDGE}:3000:ja-easy`,
      fields: {
        mode: 'payment',
        locale: 'ja',
        'allowed_payment_method_types[0]': 'konbini',
        'line_items[0][price_data][currency]': 'jpy',
        'line_items[0][price_data][unit_amount]': '3000',
        'payment_intent_data[metadata][reference]': `pledge:${PLEDGE}`,
        success_url: 'https://otonari.test/done',
      },
    });
  });

  test('of every month says whose subscription it will be', async () => {
    double.answers.set('/v1/checkout/sessions', { id: 'cs_2', url: 'https://checkout.stripe.test/2' });
    await stripe.beginMonthly(order);
    expect(double.heard[0]?.fields).toMatchObject({
      mode: 'subscription',
      'allowed_payment_method_types[0]': 'card',
      'line_items[0][price_data][recurring][interval]': 'month',
      'subscription_data[metadata][reference]': `pledge:${PLEDGE}`,
    });
  });
});

describe('a monthly payment', () => {
  const subscription = {
    id: 'sub_1',
    status: 'past_due',
    customer: 'cus_1',
    metadata: { reference: `promise:${PLEDGE}` },
    pause_collection: null,
    items: listOf({ id: 'si_1', price: { unit_amount: 3000, product: 'prod_1' } }),
    latest_invoice: {
      id: 'in_1',
      status: 'open',
      attempt_count: 2,
      created: AT,
      next_payment_attempt: AT + 86_400,
      hosted_invoice_url: 'https://invoice.stripe.test/1',
    },
  };

  test('is changed from the next month on; to the same, nothing is asked', async () => {
    double.answers.set('/v1/subscriptions/sub_1', subscription);
    await stripe.changeMonthly('sub_1', 3000);
    expect(double.heard).toHaveLength(1);
    await stripe.changeMonthly('sub_1', 5000);
    expect(double.heard.at(-1)?.fields).toMatchObject({
      'items[0][id]': 'si_1',
      'items[0][price_data][unit_amount]': '5000',
      proration_behavior: 'none',
    });
  });

  test('is paused, resumed, and stopped once', async () => {
    double.answers.set('/v1/subscriptions/sub_1', subscription);
    await stripe.pauseMonthly('sub_1');
    await stripe.resumeMonthly('sub_1');
    await stripe.stopMonthly('sub_1');
    double.answers.set('/v1/subscriptions/sub_1', { ...subscription, status: 'canceled' });
    await stripe.stopMonthly('sub_1');
    expect(double.heard.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET', 'DELETE', 'GET']);
    expect(double.heard[1]?.fields).toEqual({ pause_collection: '' });
  });

  test('that failed is repaired at the page of its unpaid month, and says when it is tried again', async () => {
    double.answers.set('/v1/subscriptions/sub_1', subscription);
    expect(await stripe.beginRepair('sub_1', { locale: 'en', back: 'https://otonari.test' })).toBe(
      'https://invoice.stripe.test/1',
    );
    const seen = await stripe.look({ kind: 'subscription', objectId: 'sub_1' });
    expect(seen).toMatchObject({
      subscription: { state: 'past_due', amount: 3000, reference: { kind: 'promise', id: PLEDGE } },
    });
    if (seen?.kind !== 'subscription') throw new Error('no subscription');
    expect(seen.subscription.failed?.attempt).toBe(2);
    expect(seen.subscription.failed?.next?.epochMilliseconds).toBe((AT + 86_400) * 1000);
  });
});

describe('a look at a charge', () => {
  const charge = {
    ...{
      id: 'ch_1',
      object: 'charge',
      amount: 3000,
      created: AT,
      paid: true,
      status: 'succeeded',
      disputed: false,
    },
    metadata: { reference: `pledge:${PLEDGE}` },
    balance_transaction: { id: 'txn_1', fee: 108 },
    payment_intent: 'pi_1',
    payment_method_details: { type: 'card', card: { fingerprint: 'abc' } },
    refunds: listOf(
      { id: 're_1', amount: 1000, created: AT, status: 'succeeded', metadata: { key: PLEDGE } },
      {
        id: 're_2',
        amount: 500,
        created: AT,
        status: 'failed',
        metadata: { key: 'typed by somebody there' },
      },
    ),
  };

  test('sees its fee, what went back, and whose it is', async () => {
    double.answers.set('/v1/charges/ch_1', charge);
    expect(await stripe.look({ kind: 'charge', objectId: 'ch_1' })).toMatchObject({
      charge: {
        ...{ id: 'ch_1', amount: 3000, fee: 108, channel: 'card', state: 'succeeded', subscription: null },
        reference: { kind: 'pledge', id: PLEDGE },
        refunds: [
          { id: 're_1', amount: 1000, state: 'under_way', key: PLEDGE },
          { id: 're_2', amount: 500, state: 'failed', key: null },
        ],
        dispute: null,
      },
    });
  });

  test('of a month finds by its invoice which subscription it is of', async () => {
    double.answers.set('/v1/charges/ch_1', { ...charge, metadata: {} });
    const details = { subscription: 'sub_1', metadata: { reference: `promise:${PLEDGE}` } };
    const invoice = { id: 'in_1', parent: { type: 'subscription_details', subscription_details: details } };
    double.answers.set('/v1/invoice_payments', listOf({ id: 'inpay_1', invoice }));
    expect(await stripe.look({ kind: 'charge', objectId: 'ch_1' })).toMatchObject({
      charge: { subscription: 'sub_1', reference: { kind: 'promise', id: PLEDGE } },
    });
    expect(double.heard.at(-1)?.fields['payment[payment_intent]']).toBe('pi_1');
  });

  test('sees by which moves its payer’s bank took it back; a mere question moves nothing', async () => {
    double.answers.set('/v1/charges/ch_1', { ...charge, disputed: true });
    const move = { id: 'txn_2', amount: -3000, fee: 1500, created: AT };
    double.answers.set(
      '/v1/disputes',
      listOf({ id: 'dp_1', status: 'needs_response', balance_transactions: [move] }),
    );
    expect(await stripe.look({ kind: 'charge', objectId: 'ch_1' })).toMatchObject({
      charge: { dispute: { moves: [{ id: 'txn_2', amount: -3000, fee: 1500 }] } },
    });
    double.answers.set(
      '/v1/disputes',
      listOf({ id: 'dp_1', status: 'warning_needs_response', balance_transactions: [] }),
    );
    expect(await stripe.look({ kind: 'charge', objectId: 'ch_1' })).toMatchObject({
      charge: { dispute: null },
    });
  });

  test('sees all that went back, also before the last ten', async () => {
    const part = (nth: number) => ({
      id: `re_${nth}`,
      amount: 100,
      created: AT,
      status: 'succeeded',
      metadata: {},
    });
    const parts = Array.from({ length: 12 }, (_, nth) => part(nth));
    double.answers.set('/v1/charges/ch_1', {
      ...charge,
      refunds: { ...listOf(...parts.slice(0, 10)), has_more: true },
    });
    double.answers.set('/v1/refunds', ({ charge: of }) => (of === 'ch_1' ? listOf(...parts) : listOf()));
    const seen = await stripe.look({ kind: 'charge', objectId: 'ch_1' });
    expect(seen?.kind === 'charge' && seen.charge.refunds).toHaveLength(12);
  });

  test('finds nothing where there is none', async () => {
    expect(await stripe.look({ kind: 'charge', objectId: 'ch_none' })).toBeNull();
  });
});

test('a refund is asked for under its key, which it keeps', async () => {
  double.answers.set('/v1/refunds', { id: 're_1' });
  expect(await stripe.refund('ch_1', { amount: 1000, key: PLEDGE })).toBe('sent');
  expect(double.heard[0]).toMatchObject({
    key: `refund:${PLEDGE}`,
    fields: { charge: 'ch_1', amount: '1000', 'metadata[key]': PLEDGE },
  });
});

test('a refund that Stripe refuses is refused for good', async () => {
  expect(await stripe.refund('ch_none', { amount: 1000, key: PLEDGE })).toBe('refused');
});

describe('a page at which cards fail is closed', () => {
  const details = { subscription: 'sub_1', metadata: {} };
  const monthly = { id: 'in_1', parent: { type: 'subscription_details', subscription_details: details } };
  const ways = () => double.heard.map(({ method, path }) => `${method} ${path}`);

  test.each([
    ['of a gift, by its payment', listOf(), { payment_intent: 'pi_1' }],
    [
      'of a monthly one, by its subscription',
      listOf({ id: 'inpay_1', invoice: monthly }),
      { subscription: 'sub_1' },
    ],
  ])('%s', async (_whose, invoices, asked) => {
    double.answers.set('/v1/charges/ch_1', { id: 'ch_1', payment_intent: 'pi_1' });
    double.answers.set('/v1/invoice_payments', invoices);
    double.answers.set('/v1/checkout/sessions', listOf({ id: 'cs_1', status: 'open' }));
    double.answers.set('/v1/checkout/sessions/cs_1/expire', { id: 'cs_1', status: 'expired' });
    expect(await stripe.closePage('ch_1')).toBe('cs_1');
    expect(ways().at(-1)).toBe('POST /v1/checkout/sessions/cs_1/expire');
    expect(double.heard.at(-2)?.fields).toEqual({ ...asked, limit: '1' });
  });

  test('unless it is over', async () => {
    double.answers.set('/v1/charges/ch_1', { id: 'ch_1', payment_intent: 'pi_1' });
    double.answers.set('/v1/invoice_payments', listOf());
    double.answers.set('/v1/checkout/sessions', listOf({ id: 'cs_1', status: 'complete' }));
    expect(await stripe.closePage('ch_1')).toBeNull();
    expect(ways().join()).not.toContain('expire');
  });
});

describe('a notice', () => {
  const body = eventOf('charge.refunded', { id: 'ch_1', object: 'charge' }, 'evt_1');
  const now = () => Temporal.Now.instant();

  test('counts with Stripe’s signature over its very bytes, for five minutes', () => {
    const good = { id: 'evt_1', type: 'charge.refunded', kind: 'charge', objectId: 'ch_1' };
    expect(stripe.readNotice(body, signed(body, now()))).toMatchObject(good);
    const forged = [
      [body, null],
      [body, 't=1,v1=00'],
      [body, signed(body, now(), 'whsec_another')],
      [`${body} `, signed(body, now())],
      [body, signed(body, now().subtract({ minutes: 6 }))],
    ] as const;
    for (const [text, signature] of forged) expect(stripe.readNotice(text, signature)).toBe('forged');
  });

  test.each([
    ['payment_intent.succeeded', { id: 'pi_1', latest_charge: 'ch_1' }, 'charge', 'ch_1'],
    ['charge.dispute.created', { id: 'dp_1', charge: 'ch_1' }, 'charge', 'ch_1'],
    ['refund.failed', { id: 're_1', charge: 'ch_1' }, 'charge', 'ch_1'],
    ['checkout.session.expired', { id: 'cs_1' }, 'checkout', 'cs_1'],
    [
      'invoice.payment_failed',
      { id: 'in_1', parent: { subscription_details: { subscription: 'sub_1' } } },
      'subscription',
      'sub_1',
    ],
    ['payout.paid', { id: 'po_1' }, 'payout', 'po_1'],
  ])('of %s leads to what is to be looked at', (type, object, kind, objectId) => {
    const text = eventOf(type, object);
    expect(stripe.readNotice(text, signed(text, now()))).toMatchObject({ kind, objectId });
  });

  test('that says nothing of our money is heard and forgotten', () => {
    const text = eventOf('customer.created', { id: 'cus_1' });
    expect(stripe.readNotice(text, signed(text, now()))).toBe('nothing');
  });
});
