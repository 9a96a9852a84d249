import type { Database } from '../../../platform/database/connect.ts';
import type { NewsDeclaration, NewsQuestion } from '../../../platform/news.ts';
import type { Relation } from '../../../platform/permissions.ts';
import { findThread, listSameMatter } from '../../conversations/index.ts';
import { isApprovedVolunteer } from '../../trust/index.ts';
import { spotPaths } from '../paths.ts';
import { askedVolunteer, assignedVolunteer, requester } from '../relations.ts';
import { findOffer } from '../store/offers.ts';
import { endedVisitThing, requestThing } from './thing.ts';

type Leading = Pick<
  NewsDeclaration<never, { readonly '': readonly ['requestId'] }>,
  'object' | 'path' | 'mayKnow' | 'about' | 'among' | 'alsoReadAt'
>;

const object: Leading['object'] = ({ requestId }) => requestId;
const holds =
  (relation: Relation) =>
  ({ db, personId, objectId }: NewsQuestion) =>
    relation.holds(db, personId, { id: objectId });

const SUBJECT = 'spot.request';
const among = (db: Database, id: string) => listSameMatter(db, { kind: SUBJECT, id });
const CONVERSATION = /^\/conversations\/([0-9a-f-]{36})$/;

export const toOwnRequest: Leading = {
  object,
  path: (id) => spotPaths.request({ id }),
  mayKnow: holds(requester),
  about: requestThing,
};

/** Where the coordinators' question is answered, and so read. */
export const toOwnQuestion: Leading = {
  ...toOwnRequest,
  path: (id) => spotPaths.requestConversation({ id }),
  among,
  async alsoReadAt(db, path) {
    const threadId = CONVERSATION.exec(path)?.[1];
    const subject = threadId ? (await findThread(db, threadId))?.subject : undefined;
    return subject?.kind === SUBJECT ? subject.id : null;
  },
};

export const toOffer: Leading = {
  object,
  path: (id) => spotPaths.offer({ id }),
  mayKnow: async (question) =>
    (await holds(askedVolunteer)(question)) &&
    isApprovedVolunteer(question.db, question.personId, question.now),
  about: requestThing,
};

/** An offer that is over leads to the list of all, and says nothing of the request any more. */
export const toOffers: Leading = {
  object,
  path: () => spotPaths.offers(),
  mayKnow: async ({ db, objectId, personId }) => (await findOffer(db, objectId, personId)) !== null,
};

export const toVisit: Leading = {
  object,
  path: (id) => spotPaths.visit({ id }),
  mayKnow: holds(assignedVolunteer),
  about: requestThing,
};

export const toVisits: Leading = {
  object,
  path: () => spotPaths.visits(),
  mayKnow: async ({ db, objectId, personId }) =>
    (await findOffer(db, objectId, personId))?.state === 'accepted',
  about: endedVisitThing,
};

export const toDesk: Leading = {
  object,
  path: (id) => spotPaths.deskRequest({ id }),
  mayKnow: async ({ roles }) => roles.has('coordinator'),
  about: requestThing,
  among,
};
