import type { Tx } from '../../../platform/database/connect.ts';
import { type Outcome, refuse } from '../../../platform/refusal.ts';
import type { OnPair } from '../pair/doing.ts';
import { findSide } from './store/side.ts';

/** Somebody who does something with their own pair, on whichever side they are. */
export interface OnOwn {
  readonly pairId: string;
  readonly personId: string;
  readonly now: Temporal.Instant;
}

/** Does an act as the side on which somebody is. Refuses `there_is_no_pair` for anybody else. */
export async function onOwn<Done>(
  tx: Tx,
  { pairId, personId, now }: OnOwn,
  act: (on: OnPair) => Promise<Outcome<Done>>,
): Promise<Outcome<Done>> {
  const party = await findSide(tx, pairId, personId);
  return party ? act({ pairId, doer: { personId, party, now } }) : refuse('there_is_no_pair');
}
