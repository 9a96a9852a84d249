import type { Database } from '../../platform/database/connect.ts';
import type { Relation } from '../../platform/permissions.ts';
import { findThread } from '../conversations/index.ts';
import { type ActingPerson, findActor, findLeaving } from '../people/index.ts';
import {
  askedVolunteer,
  assignedVolunteer,
  findAssignment,
  findOffer,
  findRequest,
  requester,
} from '../spot/index.ts';
import { findStanding, isApprovedVolunteer } from '../trust/index.ts';
import { type About, factsOf, type Kind, type News } from './types.ts';

interface Question {
  readonly db: Database;
  readonly actor: ActingPerson;
  readonly personId: string;
  readonly objectId: string;
  readonly kind: Kind;
  readonly now: Temporal.Instant;
}

/**
 * Whether somebody may still know of something: asked when it has happened, and again when a mail goes out. Nobody
 * whose access has ended may, and a tie that has ended takes its news with it.
 */
export async function mayKnow(db: Database, news: News, now: Temporal.Instant): Promise<boolean> {
  const actor = await findActor(db, news.personId, now);
  if (!actor) return false;
  const { personId, kind } = news;
  const question = { db, actor, personId, kind, objectId: news.objectId ?? '', now };
  return (await CHECKS[factsOf(kind).about](question)) && (await isStillSo(question));
}

const holds =
  (relation: Relation) =>
  ({ db, personId, objectId }: Question) =>
    relation.holds(db, personId, { id: objectId });
const isCoordinator = async ({ actor }: Question) => actor.roles.has('coordinator');

const isInOffice = async ({ actor }: Question) =>
  actor.roles.has('coordinator') || actor.roles.has('administrator');

const CHECKS: Readonly<Record<About, (question: Question) => Promise<boolean>>> = {
  own_request: holds(requester),
  own_question: holds(requester),
  visit: holds(assignedVolunteer),
  offer: async (question) =>
    (await holds(askedVolunteer)(question)) &&
    isApprovedVolunteer(question.db, question.personId, question.now),
  closed_offer: async ({ db, objectId, personId }) => (await findOffer(db, objectId, personId)) !== null,
  ended_visit: async ({ db, objectId, personId }) =>
    (await findOffer(db, objectId, personId))?.state === 'accepted',
  thread: async ({ db, objectId, personId }) =>
    (await findThread(db, objectId))?.participantIds.includes(personId) ?? false,
  application: mayKnowOfApplication,
  desk_request: isCoordinator,
  desk_thread: isCoordinator,
  desk_application: isCoordinator,
  concern: isInOffice,
  staff_act: isInOffice,
  own_access: async () => true,
  // Who has taken it back is not told any more.
  own_leaving: async ({ db, personId }) => (await findLeaving(db, personId)) !== null,
};

/** News about an application hold as long as the application stands where they say. */
async function mayKnowOfApplication({ db, personId, kind, now }: Question): Promise<boolean> {
  const { application } = await findStanding(db, personId, now);
  if (kind === 'interview_scheduled') return application?.state === 'submitted';
  return application?.state === (kind === 'application_declined' ? 'declined' : 'approved');
}

/** A reminder is for a visit that both have agreed on and that has not begun; an end may have been taken back. */
async function isStillSo({ db, kind, objectId, now }: Question): Promise<boolean> {
  if (kind === 'visit_is_over' || kind === 'report_is_due')
    return (await findRequest(db, objectId))?.state !== 'in_progress';
  if (kind === 'whether_met' || kind === 'own_whether_met')
    return ['confirmed', 'in_progress'].includes((await findRequest(db, objectId))?.state ?? '');
  if (kind !== 'visit_is_tomorrow' && kind !== 'own_visit_is_tomorrow') return true;
  const assignment = await findAssignment(db, objectId);
  return (
    assignment?.isActive === true &&
    assignment.confirmedAt !== null &&
    Temporal.Instant.compare(assignment.startsAt, now) > 0
  );
}
