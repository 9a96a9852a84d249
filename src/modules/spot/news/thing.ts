import type { Database } from '../../../platform/database/connect.ts';
import type { NewsThing, WhenAndWhere } from '../../../platform/news.ts';
import { findAssignment } from '../store/assignments.ts';
import { listInShort } from '../store/lists/in-short.ts';
import { findRequest } from '../store/requests.ts';
import type { Assignment } from '../types.ts';
import { spotMessages } from '../words.ts';

const MOST_TIMES = 3;

async function timesOf(db: Database, id: string): Promise<readonly Temporal.Instant[]> {
  return (await findRequest(db, id))?.possibleTimes ?? [];
}

/** @param isTold whether the reader may know at which of the possible times the two meet */
async function sayOf(
  db: Database,
  id: string,
  isTold: (assignment: Assignment) => boolean,
): Promise<WhenAndWhere | null> {
  const request = await findRequest(db, id);
  if (!request) return null;
  const assignment = await findAssignment(db, id);
  const times =
    assignment && isTold(assignment) ? [assignment.startsAt] : request.possibleTimes.slice(0, MOST_TIMES);
  return { times, municipalityCode: request.place.municipalityCode };
}

/** A request, for those who have to do with it. */
export const requestThing: NewsThing = {
  kind: 'spot.request',
  timesOf,
  whenAndWhere: (db, id) => sayOf(db, id, () => true),
  async listInShort(db, ids, { personId, strong, roles }) {
    const reader = { personId: personId ?? '', isAtDesk: strong && roles.has('coordinator') };
    const found = await listInShort(db, ids, reader);
    return new Map(
      [...found].map(([id, { category, municipalityCode, at }]) => [
        id,
        { what: spotMessages.label(`category_${category}`), municipalityCode, at },
      ]),
    );
  },
};

/** A visit that is over for its reader: who no longer comes along is not told at which time somebody else does. */
export const endedVisitThing: NewsThing = {
  kind: 'spot.ended_visit',
  timesOf,
  whenAndWhere: (db, id, personId) => sayOf(db, id, ({ volunteerId }) => volunteerId === personId),
};
