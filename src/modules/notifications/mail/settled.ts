import type { Database } from '../../../platform/database/connect.ts';
import { hasReadAll } from '../../conversations/index.ts';
import { findAssignment, findRequest, findVisitRecord, type RequestState } from '../../spot/index.ts';
import type { Kind, News } from '../types.ts';

/** In which states of its request there is still something to news; those not named stay news whatever comes. */
const NEWS_IN: Readonly<Partial<Record<Kind, readonly RequestState[]>>> = {
  request_asked_back: ['asked_back'],
  request_opened: ['open'],
  request_reopened: ['open'],
  request_accepted: ['accepted'],
  request_left_unfilled: ['unfilled'],
  volunteer_withdrew: ['open', 'unfilled'],
  volunteer_released: ['open', 'unfilled'],
  assignment_confirmed: ['confirmed'],
  visit_corrected: ['accepted', 'confirmed'],
  desk_submitted: ['submitted'],
  desk_answered: ['submitted'],
  desk_accepted: ['accepted'],
  desk_rejected: ['open'],
  desk_withdrawn: ['open'],
  desk_unfilled: ['unfilled'],
};

/**
 * Whether what a mail would tell has been dealt with since: the request has gone on, the visit was told of, the message was
 * read. It stands in the inbox all the same.
 */
export async function isSettled(db: Database, { kind, objectId, personId }: News): Promise<boolean> {
  if (!objectId) return false;
  const states = NEWS_IN[kind];
  if (states) return !states.includes((await findRequest(db, objectId))?.state ?? 'closed');
  if (kind === 'visit_is_over' || kind === 'report_is_due') return wasTold(db, objectId, kind);
  if (kind === 'message_received') return hasReadAll(db, objectId, personId);
  return false;
}

async function wasTold(
  db: Database,
  requestId: string,
  kind: 'visit_is_over' | 'report_is_due',
): Promise<boolean> {
  const assignment = await findAssignment(db, requestId);
  const record = assignment && (await findVisitRecord(db, assignment.id));
  return (kind === 'report_is_due' ? record?.report : record?.feedback) != null;
}
