import {
  type Change,
  type ConditionName,
  changed,
  changesLoosening,
  type FitWeights,
  mayBeAPair,
  type PairIds,
  type Resident,
  type Volunteer,
} from '../../../matching/index.ts';
import type { Pool } from './parties.ts';

/** A change of the resident's own, and how many more volunteers would fit by it. */
export interface Shortening {
  readonly change: Change;
  /** Null: a few, of whom a number would say too much. */
  readonly volunteers: number | null;
}

/** Who fits somebody now, and what would let more people fit. */
export interface Chances {
  readonly fitNow: number;
  readonly shortenings: readonly Shortening[];
}

/** What a resident can change by themselves; never the wish for a gender, which is in no change of the engine. */
const OWN: readonly ConditionName[] = [
  'theyHaveTwoHoursAWeek',
  'theyLiveNearOrMeetOnline',
  'wishesOfBothAreRespected',
  'theyShareALanguage',
];
/** Of times of the week, so many of the best. */
const MOST_TIMES = 3;
/** Fewer than these who smoke, have pets or children near somebody are not counted: neighbors would know who that is. */
const FEWEST_SHOWN = 5;

/**
 * Counts for one resident whom the engine would let fit now, and more by each single change. Whoever has come to nothing
 * with them lately is not counted, nor with whom they were in a pair: the number would tell whether the other wishes it again.
 */
export function chancesOf(
  resident: Resident,
  { volunteers, notAgain }: Pick<Pool, 'volunteers' | 'notAgain'>,
  { limits }: FitWeights,
): Chances {
  const isRuledOut = ruledOutFor(resident.id, notAgain);
  const wasWith = (volunteer: Volunteer) =>
    resident.formerPartnerIds.some((id) => volunteer.personIds.includes(id));
  const others = volunteers.filter((one) => !isRuledOut.has(one.id) && !wasWith(one));
  const [fits, rest] = partition(others, (volunteer) => mayBeAPair(resident, volunteer, limits));
  const changes = OWN.flatMap((condition) => changesLoosening(condition, resident));
  const gains = changes.map((change) => {
    const after = changed(resident, change);
    return { change, gained: rest.filter((volunteer) => mayBeAPair(after, volunteer, limits)).length };
  });
  const useful = gains.filter(({ gained }) => gained > 0).toSorted((a, b) => b.gained - a.gained);
  const times = useful.filter(({ change }) => change.code === 'free_also').slice(0, MOST_TIMES);
  const shown = [...times, ...allButTimes(useful)].toSorted((a, b) => b.gained - a.gained);
  return {
    fitNow: fits.length,
    shortenings: shown.map(({ change, gained }) => ({ change, volunteers: shownCount(change, gained) })),
  };
}

interface Gain {
  readonly change: Change;
  readonly gained: number;
}

/** All but times; of distances the nearest that brings the most. */
function allButTimes(gains: readonly Gain[]): Gain[] {
  const farther = gains.filter(({ change }) => change.code === 'travel_farther');
  const most = Math.max(0, ...farther.map(({ gained }) => gained));
  const nearest = farther.filter(({ gained }) => gained === most).toSorted((a, b) => kmOf(a) - kmOf(b))[0];
  const rest = gains.filter(({ change }) => change.code !== 'free_also' && change.code !== 'travel_farther');
  return nearest ? [...rest, nearest] : rest;
}

const kmOf = ({ change }: Gain) => (change.code === 'travel_farther' ? change.params.limit_km : 0);

/** Of people’s homes a small number is not told; how many are free or meet online tells of nobody. */
function shownCount({ code }: Change, gained: number): number | null {
  return code.startsWith('open_to_') && gained < FEWEST_SHOWN ? null : gained;
}

function ruledOutFor(residentId: string, notAgain: readonly PairIds[]): ReadonlySet<string> {
  return new Set(notAgain.filter((pair) => pair.residentId === residentId).map((pair) => pair.volunteerId));
}

function partition(
  volunteers: readonly Volunteer[],
  fits: (volunteer: Volunteer) => boolean,
): [Volunteer[], Volunteer[]] {
  const yes: Volunteer[] = [];
  const no: Volunteer[] = [];
  for (const volunteer of volunteers) (fits(volunteer) ? yes : no).push(volunteer);
  return [yes, no];
}
