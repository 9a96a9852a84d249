import type { VNode } from 'preact';
import {
  findOpenThreadId,
  listThreadsAbout,
  openThread,
  writeMessage,
} from '../modules/conversations/index.ts';
import { assignedVolunteer, requester } from '../modules/spot/index.ts';
import type { Database, Tx } from '../platform/database/connect.ts';
import { useWords } from '../platform/languages/reading.tsx';
import type { Outcome } from '../platform/refusal.ts';
import { get, page, type Route, redirect } from '../platform/web/route.ts';
import { Notice, PageHead } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

const about = (requestId: string) => ({ kind: 'spot.request', id: requestId });

/** From a request to the words about it: between the two who meet, else between requester and coordinators. */
export const requestConversationRoute: Route = get({
  path: '/spot/requests/:id/conversation',
  access: [requester, assignedVolunteer, 'coordinator'],
  audit: null,
  async handle(visit) {
    const subject = about(visit.params.id);
    const visitThread = await findOpenThreadId(visit.db, 'visit', subject);
    const isVolunteer = await assignedVolunteer.holds(visit.db, visit.actor.personId ?? '', visit.params);
    const asking = isVolunteer ? null : await findOpenThreadId(visit.db, 'asking', subject);
    const last = (await listThreadsAbout(visit.db, subject))
      .filter((thread) => thread.kind === 'visit' || !isVolunteer)
      .at(-1);
    const threadId = visitThread ?? asking ?? last?.id;
    if (threadId) return redirect(`/conversations/${threadId}`);
    return page(pageMessages.in(visit.locale).plain('conversations'), <NotYet />, 404);
  },
});

function NotYet(): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead title={t('conversations')} />
      <Notice tone="info">{t('conversation_not_yet')}</Notice>
    </>
  );
}

/** The conversations about a request, for the desk. */
export async function listConversations(db: Database, requestId: string) {
  return listThreadsAbout(db, about(requestId));
}

/** A coordinator's question, in the conversation with the requester that is opened for it. */
export interface Question {
  readonly requestId: string;
  readonly requesterId: string;
  readonly coordinatorId: string;
  readonly words: string;
  readonly locale: string;
  readonly now: Temporal.Instant;
}

/** Writes a question to the requester in the transaction of the act that asks it. @returns the message's id */
export async function askInConversation(tx: Tx, question: Question): Promise<Outcome<string>> {
  const { requestId, requesterId, coordinatorId, words, locale, now } = question;
  const threadId = await openThread(tx, {
    kind: 'asking',
    subject: about(requestId),
    participantIds: [requesterId],
    now,
  });
  return writeMessage(tx, {
    threadId,
    writer: { personId: coordinatorId, isStaff: true },
    words,
    locale,
    now,
  });
}
