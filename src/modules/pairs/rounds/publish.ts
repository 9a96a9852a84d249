import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { lockApplications } from '../pair/store.ts';
import { listTaken } from '../pool/store/ties.ts';
import { propose } from '../propose/propose.ts';
import type { PairReasons } from '../types.ts';
import { does, type OnRound } from './doing.ts';
import { idsOf } from './solving/solve.ts';
import { findResult } from './store/rounds.ts';
import type { LeftOut, Round, ToldProposal } from './types.ts';

/** Who publishes. */
type Publishing = OnRound & { readonly by: string };

/**
 * Makes a proposal of each row of a round. A row whose people have withdrawn meanwhile, or are proposed to somebody else,
 * is left out and told, the others are published. Rivals wait: all who are in it are locked first, in the one order.
 * Refuses while it is being solved: what is published is what was looked at.
 */
export const publishRound = does<Publishing>('publish', async (tx, round, on) => {
  if (round.solving) return refuse('round_is_being_solved');
  const told = await findResult(tx, round.id);
  if (!told) return refuse('round_is_forgotten');
  await lockApplications(tx, [
    ...new Set(told.proposals.flatMap((one) => [one.residentId, one.volunteerId])),
  ]);
  const leftOut: LeftOut[] = [];
  const taken = await listTaken(tx);
  for (const proposal of told.proposals) {
    const made = taken.has(proposal.residentId)
      ? refuse('resident_is_in_a_pair')
      : await proposeRow(tx, round, { proposal, on });
    if (!made.ok) leftOut.push({ ...idsOf(proposal), code: made.refusal.code });
  }
  return accept({ changes: { over_at: on.now, result: { ...told, leftOut } } });
});

function proposeRow(
  tx: Tx,
  round: Round,
  { proposal, on }: { readonly proposal: ToldProposal; readonly on: Publishing },
): Promise<Outcome<string>> {
  return propose(tx, {
    volunteerApplicationId: proposal.volunteerId,
    residentApplicationId: proposal.residentId,
    roundId: round.id,
    reasons: reasonsOf(proposal),
    fit: proposal.fit.total,
    doer: { personId: on.by, party: 'coordinator', now: on.now },
  });
}

/** What speaks for the two, as the engine says it: the factors that gave points. */
function reasonsOf({ fit }: ToldProposal): PairReasons {
  const codes = fit.parts.filter(({ points }) => points > 0).map(({ reason }) => reason);
  return { codes, words: '' };
}
