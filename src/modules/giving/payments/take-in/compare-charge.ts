import type { Tx } from '../../../../platform/database/connect.ts';
import type { ChargeFacts } from '../provider.ts';
import { keepDifference, sumBooked } from '../store/differences.ts';

/**
 * Compares what is ours of a charge at the provider with what our books say of it, and keeps where they differ for the
 * treasurer, until they agree.
 * @returns whether they differ
 */
export async function compareCharge(tx: Tx, charge: ChargeFacts, now: Temporal.Instant): Promise<boolean> {
  const there = oursOf(charge);
  const here = await sumBooked(tx, 'payment_provider', sourcesOf(charge));
  await keepDifference(tx, { objectId: charge.id, kind: 'charge', there, here }, now);
  return there !== here;
}

/** What came in, without what the provider keeps, what went back and what was taken from us. */
function oursOf({ state, amount, fee, refunds, dispute }: ChargeFacts): number {
  if (state !== 'succeeded') return 0;
  const moved = (dispute?.moves ?? []).map((move) => move.amount - move.fee);
  const back = refunds.filter((refund) => refund.state !== 'failed').map((refund) => -refund.amount);
  return [...moved, ...back].reduce((sum, one) => sum + one, amount - (fee ?? 0));
}

/** All under which something of it can be booked. */
function sourcesOf({ id, refunds, dispute }: ChargeFacts): string[] {
  const moves = (dispute?.moves ?? []).flatMap((move) => [`dispute:${move.id}`, `fee:${move.id}`]);
  return [`charge:${id}`, `fee:${id}`, ...refunds.map((refund) => `refund:${refund.id}`), ...moves];
}
