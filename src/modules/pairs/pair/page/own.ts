import type { Tx } from '../../../../platform/database/connect.ts';
import { type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Doer, Pair, Side } from '../../types.ts';
import type { OnPair } from '../doing.ts';
import { sideOf } from '../over.ts';
import { findPair } from '../store.ts';

/** Somebody who does something with a pair of theirs, from a page of it. */
export interface OnOwnPair {
  readonly pairId: string;
  readonly personId: string | null;
  readonly version: number | undefined;
  readonly now: Temporal.Instant;
}

/** Does an act as the side on which somebody is. Refuses `there_is_no_pair` for anybody else. */
export async function asSide(
  tx: Tx,
  { pairId, personId, version, now }: OnOwnPair,
  act: (on: OnPair & { readonly doer: Doer<Side> }) => Promise<Outcome<Pair>>,
): Promise<Outcome<Pair>> {
  const pair = await findPair(tx, pairId);
  const side = pair && sideOf(pair, personId);
  if (!side) return refuse('there_is_no_pair');
  return act({ pairId, doer: { personId, party: side, now }, ...(version !== undefined && { version }) });
}
