import {
  closeThread,
  findThread,
  listOpenSubjects,
  listThreadsAbout,
  openThreadBetween,
  type Subject,
} from '../../modules/conversations/index.ts';
import { forgetNews } from '../../modules/notifications/index.ts';
import {
  type Assignment,
  FINAL_STATES,
  findAssignment,
  lockRequest,
  type RequestState,
  type SpotEvent,
  type SupportRequest,
  spotEvents,
} from '../../modules/spot/index.ts';
import { listRestrictionsInForce, personsKeptApart, trustEvents } from '../../modules/trust/index.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';

/** From the moment at which both have said yes until the request is closed. */
const TALKING: readonly RequestState[] = ['confirmed', 'in_progress', 'visited'];

/**
 * Opens and closes the conversations about a request as it stands at this moment, not as some event says: news that
 * come late or twice, in whatever order, never open what has been closed. The request is held meanwhile.
 */
export async function settleConversations(tx: Tx, requestId: string, now: Temporal.Instant): Promise<void> {
  const request = await lockRequest(tx, requestId);
  if (!request) return;
  const subject = { kind: 'spot.request', id: requestId };
  const assignment = await findAssignment(tx, requestId);
  await forgetNewsOfLeft(tx, subject);
  const talking = await whoTalks(tx, { request, assignment, now });
  if (talking.length > 0)
    await openThreadBetween(tx, { kind: 'visit', subject, participantIds: talking, now });
  else await closeThread(tx, { kind: 'visit', subject, now });
  if (FINAL_STATES.includes(request.state) || (await areStopped(tx, [request.requesterId], now)))
    await closeThread(tx, { kind: 'asking', subject, now });
}

/** What was told of a conversation goes with the right to read it: no line of the inbox and no count stays. */
async function forgetNewsOfLeft(tx: Tx, subject: Subject): Promise<void> {
  for (const { id } of await listThreadsAbout(tx, subject)) {
    const thread = await findThread(tx, id);
    for (const personId of thread?.formerIds ?? [])
      await forgetNews(tx, { personId, objectId: id, kinds: ['message_received'] });
  }
}

interface Meeting {
  readonly request: SupportRequest;
  readonly assignment: Assignment | null;
  readonly now: Temporal.Instant;
}

/** The two who may talk with each other now; nobody when they may not. */
async function whoTalks(db: Database, { request, assignment, now }: Meeting): Promise<readonly string[]> {
  if (!assignment || !TALKING.includes(request.state)) return [];
  const two = [request.requesterId, assignment.volunteerId];
  if (await areStopped(db, two, now)) return [];
  const apart = await personsKeptApart(db, request.requesterId);
  return apart.has(assignment.volunteerId) ? [] : two;
}

async function areStopped(
  db: Database,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<boolean> {
  const inForce = await listRestrictionsInForce(db, personIds, now);
  return [...inForce.values()].some((kinds) => kinds.has('suspension'));
}

const ABOUT_REQUESTS = [
  'spot.assignment.confirmed',
  'spot.assignment.withdrawn',
  'spot.assignment.released',
  'spot.visit.missed',
  'spot.request.declined',
  'spot.request.redirected',
  'spot.request.cancelled',
  'spot.request.closed',
  'spot.request.lapsed',
] as const satisfies readonly SpotEvent[];
const ABOUT_PEOPLE = ['trust.person.suspended', 'trust.people.kept_apart'] as const;

const name = 'pages.settle-conversations';

/** What two people may say to each other follows from what happens to their request, and to themselves. */
export const conversationListeners: readonly Listener[] = [
  ...ABOUT_REQUESTS.map((event) =>
    spotEvents.hear({
      event,
      name,
      async handle({ ids: { requestId } }, { db, clock }) {
        await inTransaction(db, (tx) => settleConversations(tx, requestId, clock()));
      },
    }),
  ),
  ...ABOUT_PEOPLE.map((event) =>
    trustEvents.hear({
      event,
      name,
      async handle({ ids: { personId } }, { db, clock }) {
        for (const { id } of await listOpenSubjects(db, personId))
          await inTransaction(db, (tx) => settleConversations(tx, id, clock()));
      },
    }),
  ),
];
