import type { Clock } from '../../../platform/clock.ts';
import type { Configuration } from '../../../platform/configuration.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { makePractice } from './practice/practice.ts';
import type { Provider } from './provider.ts';
import { makeStripe } from './stripe/stripe.ts';

/**
 * Whoever takes payments in this installation: Stripe where its keys are set, otherwise in a demonstration the practice
 * provider. @returns null for real people without keys: then nobody takes payments, and gifts come by the bank
 */
export function openPayments(
  { stripe, demonstration }: Configuration,
  ground: { readonly db: Database; readonly clock: Clock },
): Provider | null {
  if (stripe) return makeStripe(stripe);
  return demonstration ? makePractice(ground) : null;
}
