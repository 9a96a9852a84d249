import type { NewsQuestion } from '../../../platform/news.ts';
import { findAssignment } from '../store/assignments.ts';
import { findRequest } from '../store/requests.ts';
import { findVisitRecord } from '../store/visits.ts';
import type { RequestState } from '../transitions.ts';

type Holds = (question: NewsQuestion) => Promise<boolean>;

/** As long as the request stands in one of these states; one that is gone stands in none. */
export const whileIn =
  (...states: readonly RequestState[]): Holds =>
  async ({ db, objectId }) => {
    const request = await findRequest(db, objectId);
    return request !== null && states.includes(request.state);
  };

/** An end may have been taken back. */
export const whileNotUnderWay: Holds = async ({ db, objectId }) =>
  (await findRequest(db, objectId))?.state !== 'in_progress';

/** As long as nobody has said on one side how it was. */
export const until =
  (said: 'report' | 'feedback'): Holds =>
  async ({ db, objectId }) => {
    const assignment = await findAssignment(db, objectId);
    const record = assignment && (await findVisitRecord(db, assignment.id));
    return record?.[said] == null;
  };

/** As long as both have agreed on a visit that has not begun. */
export const whileAhead: Holds = async ({ db, objectId, now }) => {
  const assignment = await findAssignment(db, objectId);
  return (
    assignment?.isActive === true &&
    assignment.confirmedAt !== null &&
    Temporal.Instant.compare(assignment.startsAt, now) > 0
  );
};

/** Both at once: a tie, and how things stand. */
export const and =
  (one: Holds, other: Holds): Holds =>
  async (question) =>
    (await one(question)) && other(question);
