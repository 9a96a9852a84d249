import type { Database } from '../../../platform/database/connect.ts';
import { findThread } from '../../conversations/index.ts';
import { findAssignment, findRequest } from '../../spot/index.ts';
import { type About, factsOf, type News } from '../types.ts';

/** When and in which municipality a visit is, or could be: as much of it as a mail may say. */
export interface VisitFacts {
  readonly times: readonly Temporal.Instant[];
  readonly municipalityCode: string | null;
}

const ABOUT_REQUEST: readonly About[] = [
  'own_request',
  'own_question',
  'offer',
  'closed_offer',
  'visit',
  'ended_visit',
  'desk_request',
];
const MOST_TIMES = 3;

/** @returns null for news that is about no request */
export async function findVisitFacts(db: Database, news: News): Promise<VisitFacts | null> {
  const requestId = await requestOf(db, news);
  const request = requestId ? await findRequest(db, requestId) : null;
  if (!request) return null;
  const assignment = await findAssignment(db, request.id);
  // Who no longer comes along is not told at which time somebody else does.
  const isTheirs = factsOf(news.kind).about !== 'ended_visit' || assignment?.volunteerId === news.personId;
  const times = assignment && isTheirs ? [assignment.startsAt] : request.possibleTimes.slice(0, MOST_TIMES);
  return { times, municipalityCode: request.place.municipalityCode };
}

async function requestOf(db: Database, { kind, objectId }: News): Promise<string | null> {
  const { about } = factsOf(kind);
  if (!objectId) return null;
  if (ABOUT_REQUEST.includes(about)) return objectId;
  if (about !== 'thread' && about !== 'desk_thread') return null;
  const subject = (await findThread(db, objectId))?.subject;
  return subject?.kind === 'spot.request' ? subject.id : null;
}
