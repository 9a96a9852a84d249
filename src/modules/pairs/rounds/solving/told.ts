import {
  checkCertificate,
  explainLeftOvers,
  type Proposal,
  recruitKinds,
  runnerUpOf,
  type SolvedRound,
  volunteersWorthAsking,
} from '../../../../matching/index.ts';
import type { Proof, RoundInput, ToldRound } from '../types.ts';
import type { Solved } from './solve.ts';

/** Up to so many people, the numbers of the proof stand beside their names. */
const MOST_PROVED = 200;

/** What pages say of a solved round: everything that would have to be worked out anew at each look. */
export function tellRound(solved: Solved, input: RoundInput, milliseconds: number): ToldRound {
  const { round, further, dropped } = solved;
  const urgencies = new Map(round.leftOver.map(({ residentId, urgency }) => [residentId, urgency]));
  const areas = new Map([...input.residents, ...input.volunteers].map(({ id, area }) => [id, area]));
  const areaOf = (id: string) => areas.get(id) ?? '';
  const areasOf = ({ residentId, volunteerId }: Proposal) => ({
    areas: { resident: areaOf(residentId), volunteer: areaOf(volunteerId) },
  });
  return {
    residents: input.residents.length,
    volunteers: input.volunteers.length,
    pairs: round.result.pairs,
    urgency: round.result.urgency,
    fit: round.result.fit,
    proposals: [
      ...round.proposals.toSorted(mostUrgentFirst).map((one) => {
        return { ...one, ...areasOf(one), isFurther: false, runnerUp: runnerUpOf(round, one.residentId) };
      }),
      ...further.toSorted(mostUrgentFirst).map((one) => {
        return { ...one, ...areasOf(one), isFurther: true, runnerUp: null };
      }),
    ],
    leftOver: explainLeftOvers(round).flatMap((left) => {
      const urgency = urgencies.get(left.residentId);
      return urgency ? [{ ...left, urgency, area: areaOf(left.residentId) }] : [];
    }),
    recruits: recruitKinds(round),
    morePlaces: volunteersWorthAsking(round),
    proof: proofOf(round),
    placeless: input.placeless,
    dropped,
    milliseconds,
  };
}

const mostUrgentFirst = (one: Proposal, other: Proposal) =>
  other.urgency.days - one.urgency.days || (one.residentId < other.residentId ? -1 : 1);

function proofOf({ problem, result, residents, volunteers }: SolvedRound): Proof {
  const { cover, price } = result.certificate;
  const isSmall = residents.length + volunteers.length <= MOST_PROVED;
  const rows = [
    ...residents.map(({ id }, at) => ({
      id,
      cover: cover.residents[at] ?? 0,
      price: price.residents[at] ?? 0,
    })),
    ...volunteers.map(({ id }, at) => ({
      id,
      cover: cover.volunteers[at] ?? 0,
      price: price.volunteers[at] ?? 0,
    })),
  ];
  return { holds: checkCertificate(problem, result).ok, rows: isSmall ? rows : null };
}
