import Stripe from 'stripe';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { givingMessages } from '../../words.ts';
import type { Happening, Notice, Order, PaidBy, Provider } from '../provider.ts';
import { spellReference } from '../reference.ts';
import { closePage } from './close-page.ts';
import { checkoutFacts, idOf, payoutFacts, secondsOf, subscriptionFacts } from './facts.ts';
import { listChargeFacts, lookAtCharge } from './look.ts';
import { EVENT_TYPES, noticeOf } from './notice.ts';

/** The version that our account's webhook endpoint is raised to as well, in the same deployment. */
const API_VERSION = '2026-10-28.endive';

export interface StripeKeys {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** A double on this machine instead of Stripe. */
  readonly address?: string | undefined;
}

const LOCALES: Readonly<Record<Locale, 'ja' | 'en' | 'zh'>> = {
  ja: 'ja',
  'ja-easy': 'ja',
  en: 'en',
  'zh-Hans': 'zh',
};

/** Until when somebody pays at a convenience store, in days. */
const KONBINI_DAYS = 7;

/** Takes payments by Stripe Checkout and Billing. No card data ever comes to us. */
export function makeStripe(keys: StripeKeys): Provider {
  const stripe = clientOf(keys);
  return {
    name: 'stripe',
    beginGift: async (order) =>
      pageOf(await stripe.checkout.sessions.create(giftSession(order), keyOf(order))),
    beginMonthly: async (order) =>
      pageOf(await stripe.checkout.sessions.create(monthlySession(order), keyOf(order))),
    changeMonthly: (id, amount) => changeMonthly(stripe, id, amount),
    pauseMonthly: async (id) => {
      await stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
    },
    resumeMonthly: async (id) => {
      await stripe.subscriptions.update(id, { pause_collection: '' });
    },
    stopMonthly: (id) => stopMonthly(stripe, id),
    beginRepair: (id, order) => beginRepair(stripe, id, order),
    refund: (charge, back) => refund(stripe, charge, back),
    closePage: (charge) => closePage(stripe, charge),
    readNotice: (body, signature) => readNotice(stripe, keys, { body, signature }),
    look: (at) => look(stripe, at),
    async *listNotices({ from, until }) {
      const created = { gte: secondsOf(from), lt: secondsOf(until) };
      for await (const event of stripe.events.list({ created, types: [...EVENT_TYPES], limit: 100 })) {
        const notice = noticeOf(event);
        if (notice) yield notice;
      }
    },
    listCharges: (span) => listChargeFacts(stripe, span),
  };
}

function clientOf({ secretKey, address }: StripeKeys): Stripe {
  const at = address ? new URL(address) : null;
  return new Stripe(secretKey, {
    apiVersion: API_VERSION,
    maxNetworkRetries: 2,
    timeout: 8_000,
    telemetry: false,
    ...(at && { host: at.hostname, port: at.port, protocol: at.protocol === 'http:' ? 'http' : 'https' }),
  });
}

/** Asked again for the same, in the same language and with the same way back, it is the same page. */
function keyOf(order: Order): Stripe.RequestOptions {
  const { reference, amount, locale } = order;
  return { idempotencyKey: `${spellReference(reference)}:${amount}:${locale}` };
}

function pageOf({ url }: Stripe.Checkout.Session): string {
  if (!url) throw new Error('the provider gave no page');
  return url;
}

function sessionFor({ reference, locale, email, back }: Order) {
  return {
    locale: LOCALES[locale],
    success_url: back.done,
    cancel_url: back.left,
    metadata: { reference: spellReference(reference) },
    ...(email && { customer_email: email }),
  };
}

function priceOf({ amount, locale }: Order) {
  const name = givingMessages.in(locale).plain('give_product');
  return { currency: 'jpy', unit_amount: amount, product_data: { name } } as const;
}

function giftSession(order: Order & { readonly by: PaidBy }): Stripe.Checkout.SessionCreateParams {
  const { metadata, ...session } = sessionFor(order);
  return {
    ...session,
    metadata,
    mode: 'payment',
    submit_type: 'donate',
    allowed_payment_method_types: [order.by],
    line_items: [{ quantity: 1, price_data: priceOf(order) }],
    payment_intent_data: { metadata },
    ...(order.by === 'konbini' && {
      payment_method_options: { konbini: { expires_after_days: KONBINI_DAYS } },
    }),
  };
}

function monthlySession(order: Order): Stripe.Checkout.SessionCreateParams {
  const { metadata, ...session } = sessionFor(order);
  return {
    ...session,
    metadata,
    mode: 'subscription',
    allowed_payment_method_types: ['card'],
    line_items: [{ quantity: 1, price_data: { ...priceOf(order), recurring: { interval: 'month' } } }],
    subscription_data: { metadata },
  };
}

async function changeMonthly(stripe: Stripe, id: string, amount: number): Promise<void> {
  const { items } = await stripe.subscriptions.retrieve(id);
  const [item] = items.data;
  if (!item || item.price.unit_amount === amount) return;
  const product = idOf(item.price.product) ?? '';
  const price_data = {
    currency: 'jpy',
    product,
    unit_amount: amount,
    recurring: { interval: 'month' },
  } as const;
  await stripe.subscriptions.update(id, {
    items: [{ id: item.id, price_data }],
    proration_behavior: 'none',
  });
}

async function stopMonthly(stripe: Stripe, id: string): Promise<void> {
  const { status } = await stripe.subscriptions.retrieve(id);
  if (status !== 'canceled' && status !== 'incomplete_expired') await stripe.subscriptions.cancel(id);
}

async function refund(
  stripe: Stripe,
  charge: string,
  { amount, key }: { readonly amount: number; readonly key: string },
): Promise<'sent' | 'refused'> {
  try {
    await stripe.refunds.create({ charge, amount, metadata: { key } }, { idempotencyKey: `refund:${key}` });
    return 'sent';
  } catch (problem) {
    if (problem instanceof Stripe.errors.StripeInvalidRequestError) return 'refused';
    throw problem;
  }
}

/** The page of the unpaid invoice, by which its month is paid and the card kept; without one, that of the cards. */
async function beginRepair(
  stripe: Stripe,
  id: string,
  { locale, back }: { locale: Locale; back: string },
): Promise<string> {
  const subscription = await stripe.subscriptions.update(id, {
    payment_settings: { save_default_payment_method: 'on_subscription' },
    expand: ['latest_invoice'],
  });
  const { latest_invoice: invoice } = subscription;
  if (invoice && typeof invoice !== 'string' && invoice.status === 'open' && invoice.hosted_invoice_url)
    return invoice.hosted_invoice_url;
  const { url } = await stripe.billingPortal.sessions.create({
    customer: idOf(subscription.customer) ?? '',
    locale: LOCALES[locale],
    return_url: back,
    flow_data: { type: 'payment_method_update' },
  });
  return url;
}

function readNotice(
  stripe: Stripe,
  { webhookSecret }: StripeKeys,
  { body, signature }: { body: string; signature: string | null },
): ReturnType<Provider['readNotice']> {
  try {
    return noticeOf(stripe.webhooks.constructEvent(body, signature ?? '', webhookSecret)) ?? 'nothing';
  } catch {
    return 'forged';
  }
}

async function look(
  stripe: Stripe,
  { kind, objectId }: Pick<Notice, 'kind' | 'objectId'>,
): Promise<Happening | null> {
  try {
    switch (kind) {
      case 'charge':
        return { kind, charge: await lookAtCharge(stripe, objectId) };
      case 'subscription': {
        const found = await stripe.subscriptions.retrieve(objectId, { expand: ['latest_invoice'] });
        return { kind, subscription: subscriptionFacts(found) };
      }
      case 'checkout':
        return { kind, checkout: checkoutFacts(await stripe.checkout.sessions.retrieve(objectId)) };
      case 'payout': {
        const found = await stripe.payouts.retrieve(objectId, { expand: ['balance_transaction'] });
        return { kind, payout: payoutFacts(found) };
      }
    }
  } catch (problem) {
    if (problem instanceof Stripe.errors.StripeInvalidRequestError && problem.code === 'resource_missing')
      return null;
    throw problem;
  }
}
