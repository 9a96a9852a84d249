import type { VNode } from 'preact';
import { z } from 'zod';
import {
  findOpenThreadId,
  listThreadsAbout,
  openThread,
  writeMessage,
} from '../../modules/conversations/index.ts';
import {
  assignedVolunteer,
  FINAL_STATES,
  findRequest,
  lockRequest,
  requester,
} from '../../modules/spot/index.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import type { Outcome } from '../../platform/refusal.ts';
import { requiredText } from '../../platform/web/form-fields.ts';
import { FormState } from '../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../platform/web/route.ts';
import { Notice, PageHead } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { FirstMessage, MOST_WORDS } from './first-message.tsx';

const about = (requestId: string) => ({ kind: 'spot.request', id: requestId });

/** From a request to the words about it: between the two who meet, else between requester and coordinators. */
export const requestConversationRoute: Route = get({
  path: '/spot/requests/:id/conversation',
  access: [requester, assignedVolunteer, 'coordinator'],
  audit: null,
  async handle(call) {
    const subject = about(call.params.id);
    const visitThread = await findOpenThreadId(call.db, 'visit', subject);
    const isVolunteer = await assignedVolunteer.holds(call.db, call.actor.personId ?? '', call.params);
    const asking = isVolunteer ? null : await findOpenThreadId(call.db, 'asking', subject);
    const last = (await listThreadsAbout(call.db, subject))
      .filter((thread) => thread.kind === 'visit' || !isVolunteer)
      .at(-1);
    const threadId = visitThread ?? asking ?? last?.id;
    if (threadId) return redirect(`/conversations/${threadId}`);
    if (await mayBegin(call)) return firstMessagePage(call, FormState.fresh());
    return page(pageMessages.in(call.locale).plain('conversations'), <NotYet />, 404);
  },
});

/** The first words of a conversation with the coordinators, from who asked. */
export const firstMessageRoute: Route = post({
  path: '/spot/requests/:id/conversation',
  access: [requester],
  audit: 'conversations.message.sent',
  limit: { by: 'person', tries: 20, minutes: 60 },
  form: z.object({ words: requiredText(MOST_WORDS) }),
  async handle(call) {
    const { db, now, locale, fields } = call;
    const personId = call.actor.personId ?? '';
    const request = await lockRequest(db, call.params.id);
    if (!request || FINAL_STATES.includes(request.state)) return missing();
    const subject = about(request.id);
    const threadId = await openThread(db, { kind: 'asking', subject, participantIds: [personId], now });
    const writer = { personId, isStaff: false };
    const written = await writeMessage(db, { threadId, writer, words: fields.words, locale, now });
    if (!written.ok) return refusedBy(written.refusal);
    await call.audit({ subjectIds: [personId], object: { kind: 'conversations.thread', id: threadId } });
    return redirect(`/conversations/${threadId}`);
  },
  again: firstMessagePage,
});

type AboutRequest = Pick<
  Call<{ readonly id: string }, unknown, Database>,
  'db' | 'actor' | 'params' | 'locale'
>;

/** Who asked may write to the coordinators for as long as the request has not ended. */
async function mayBegin(call: AboutRequest): Promise<boolean> {
  const request = await findRequest(call.db, call.params.id);
  return request?.requesterId === call.actor.personId && !FINAL_STATES.includes(request.state);
}

function firstMessagePage(call: Pick<AboutRequest, 'params' | 'locale'>, form: FormState): Reply {
  const t = pageMessages.in(call.locale);
  const path = `/spot/requests/${call.params.id}`;
  return page(
    t.plain('write_to_coordinators'),
    <FirstMessage
      title={t('write_to_coordinators')}
      lead={t('write_to_coordinators_lead')}
      action={`${path}/conversation`}
      back={{ href: path, label: t('back_to_request') }}
      form={form}
    />,
  );
}

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
