import type Stripe from 'stripe';
import { idOf } from './facts.ts';
import { ofInvoice } from './look.ts';

/**
 * Closes the page at which a charge was tried: that of a gift is found by its payment, that of a monthly one by its subscription.
 * @returns its name; null where it is over
 */
export async function closePage(stripe: Stripe, id: string): Promise<string | null> {
  const charge = await stripe.charges.retrieve(id);
  const payment_intent = idOf(charge.payment_intent);
  const { subscription } = await ofInvoice(stripe, charge);
  const of = subscription ? { subscription } : payment_intent ? { payment_intent } : null;
  const [page] = of ? (await stripe.checkout.sessions.list({ ...of, limit: 1 })).data : [];
  if (page?.status !== 'open') return null;
  await stripe.checkout.sessions.expire(page.id);
  return page.id;
}
