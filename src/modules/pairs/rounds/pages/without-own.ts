import type { PairIds } from '../../../../matching/index.ts';
import type { ToldProposal, ToldRound } from '../types.ts';

/** Whether an application is the reader's own. */
export type IsOwn = (applicationId: string) => boolean;

/** Whether neither of two is the reader's own; steps are of two, or of nobody. */
export const isOfOthers =
  (isOwn: IsOwn) =>
  ({ residentId, volunteerId }: Partial<PairIds>): boolean =>
    !(residentId && isOwn(residentId)) && !(volunteerId && isOwn(volunteerId));

/**
 * A round as a coordinator reads it who waits in it themselves: without what it says of them, and as if they were not in
 * it. Nobody reads with whom they were to be, and whose no it was then.
 */
export function withoutOwn(told: ToldRound, isOwn: IsOwn): ToldRound {
  const ofOthers = isOfOthers(isOwn);
  const proposals = told.proposals.filter(ofOthers).map((one) => withoutOwnRunnerUp(one, isOwn));
  const leftOver = told.leftOver.filter(({ residentId }) => !isOwn(residentId));
  const { rows } = told.proof;
  const shown = { proposals, leftOver };
  return {
    ...told,
    ...shown,
    residents: told.residents - (countResidents(told) - countResidents(shown)),
    pairs: told.pairs - (countFirst(told) - countFirst(shown)),
    morePlaces: told.morePlaces.filter(({ volunteerId }) => !isOwn(volunteerId)),
    placeless: told.placeless.filter((id) => !isOwn(id)),
    dropped: told.dropped.filter(ofOthers),
    // Numbers of which some are missing prove nothing.
    proof: { ...told.proof, rows: rows?.some(({ id }) => isOwn(id)) ? null : rows },
    ...(told.leftOut && { leftOut: told.leftOut.filter(ofOthers) }),
  };
}

type Residents = Pick<ToldRound, 'proposals' | 'leftOver'>;

const countResidents = ({ proposals, leftOver }: Residents) =>
  new Set([...proposals, ...leftOver].map(({ residentId }) => residentId)).size;
const countFirst = ({ proposals }: Residents) => proposals.filter(({ isFurther }) => !isFurther).length;

function withoutOwnRunnerUp(proposal: ToldProposal, isOwn: IsOwn): ToldProposal {
  const { runnerUp } = proposal;
  if (!runnerUp) return proposal;
  if (isOwn(runnerUp.volunteerId)) return { ...proposal, runnerUp: null };
  return {
    ...proposal,
    runnerUp: { ...runnerUp, proposedTo: runnerUp.proposedTo.filter((id) => !isOwn(id)) },
  };
}
