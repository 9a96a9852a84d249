import type Stripe from 'stripe';
import type { ChargeFacts, Span } from '../provider.ts';
import { readReference } from '../reference.ts';
import { chargeFacts, disputeFacts, idOf, type OfInvoice, secondsOf } from './facts.ts';

const PARTS = ['balance_transaction', 'refunds'];

/** A charge with what belongs to it: its fee, what went back, what its payer's bank disputes, and whose it is. */
export async function lookAtCharge(stripe: Stripe, id: string): Promise<ChargeFacts> {
  return wholeFacts(stripe, await stripe.charges.retrieve(id, { expand: PARTS }));
}

/** Those that have succeeded, by when they were made. */
export async function* listChargeFacts(stripe: Stripe, { from, until }: Span): AsyncIterable<ChargeFacts> {
  const created = { gte: secondsOf(from), lt: secondsOf(until) };
  const expand = PARTS.map((part) => `data.${part}`);
  for await (const charge of stripe.charges.list({ created, limit: 100, expand }))
    if (charge.status === 'succeeded') yield await wholeFacts(stripe, charge);
}

async function wholeFacts(stripe: Stripe, charge: Stripe.Charge): Promise<ChargeFacts> {
  const own = readReference(charge.metadata['reference']);
  const of = own ? { reference: own, subscription: null } : await ofInvoice(stripe, charge);
  const disputes = charge.disputed ? await stripe.disputes.list({ charge: charge.id, limit: 100 }) : null;
  return chargeFacts(charge, {
    of,
    refunds: await allRefunds(stripe, charge),
    dispute: disputeFacts(disputes?.data ?? []),
  });
}

/** With a charge come its last ten: what went back before has gone back all the same. */
async function allRefunds(stripe: Stripe, { id, refunds }: Stripe.Charge): Promise<Stripe.Refund[]> {
  if (!refunds?.has_more) return refunds?.data ?? [];
  return stripe.refunds.list({ charge: id, limit: 100 }).autoPagingToArray({ limit: 10_000 });
}

/** A charge of a subscription does not say whose it is: the invoice that it pays does. */
export async function ofInvoice(stripe: Stripe, charge: Stripe.Charge): Promise<OfInvoice> {
  const paymentIntent = idOf(charge.payment_intent);
  if (!paymentIntent) return { reference: null, subscription: null };
  const paid = await stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: paymentIntent },
    expand: ['data.invoice'],
    limit: 1,
  });
  const invoice = paid.data[0]?.invoice;
  const details =
    invoice && typeof invoice !== 'string' && !('deleted' in invoice)
      ? invoice.parent?.subscription_details
      : null;
  return {
    reference: readReference(details?.metadata?.['reference']),
    subscription: idOf(details?.subscription),
  };
}
