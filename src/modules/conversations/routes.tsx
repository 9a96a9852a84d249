import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database } from '../../platform/database/connect.ts';
import { After } from '../../platform/database/paging.ts';
import { formatsIn } from '../../platform/languages/formats.tsx';
import type { Words } from '../../platform/languages/messages.tsx';
import type { Relation } from '../../platform/permissions.ts';
import { refuse } from '../../platform/refusal.ts';
import { requiredText, text } from '../../platform/web/form-fields.ts';
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
import {
  compose,
  composing,
  findPersons,
  findReaders,
  nameFor,
  type Person,
  type Reader,
} from '../people/index.ts';
import { raiseConcern } from '../trust/index.ts';
import { writeMessage } from './commands.ts';
import { listMessages, listThreadsOf } from './lists/store.ts';
import { findPart, findThread, markRead } from './store.ts';
import { MOST_WORDS, type Thread } from './types.ts';
import { ThreadListPage, ThreadOverPage, ThreadPage } from './views.tsx';
import { conversationMessages } from './words.ts';

const participant: Relation = {
  name: 'participant',
  holds: async (db, personId, params) => (await findPart(db, params['id'] ?? '', personId)) === 'present',
};

/** Whoever no longer comes along: they are told that it is over, and read nothing. */
const formerParticipant: Relation = {
  name: 'former participant',
  holds: async (db, personId, params) => (await findPart(db, params['id'] ?? '', personId)) === 'former',
};

const KIND = 'conversations.thread';
const THREADS_A_PAGE = 20;
const MESSAGES_A_PAGE = 50;

export const routes: readonly Route[] = [
  get({
    path: '/conversations',
    access: 'person',
    audit: null,
    query: After,
    async handle(call) {
      const { after } = call.fields;
      const window = { after, limit: THREADS_A_PAGE };
      const lines = await listThreadsOf(call.db, call.actor.personId ?? '', window);
      const others = lines.rows.flatMap((line) => line.others);
      const names = namesIn(call, await findPersons(call.db, others));
      return page(
        words(call).plain('list_title'),
        <ThreadListPage lines={lines} after={after} names={names} />,
      );
    },
  }),
  get({
    path: '/conversations/:id',
    access: ['coordinator', participant, formerParticipant],
    audit: 'conversations.thread.read',
    query: After,
    async handle(call) {
      if (await formerParticipant.holds(call.db, call.actor.personId ?? '', call.params))
        return page(words(call).plain('thread_title'), <ThreadOverPage />, 410);
      const shown = await threadPage(call, call.params.id, FormState.fresh(), call.fields.after);
      if (!shown) return missing();
      await call.audit({ subjectIds: shown.participantIds, object: { kind: KIND, id: call.params.id } });
      await markRead(call.db, call.params.id, call.actor.personId ?? '', call.now);
      return page(shown.title, shown.body);
    },
  }),
  post({
    path: '/conversations/:id/messages',
    access: ['coordinator', participant],
    audit: 'conversations.message.sent',
    limit: { by: 'person', tries: 60, minutes: 10 },
    form: z.object({ ...composing, words: text(MOST_WORDS) }),
    async handle(call) {
      const { id } = call.params;
      const thread = await findThread(call.db, id);
      const readers = thread ? await readersOf(call, thread) : [];
      const { words: typed, ready, hintsSeen } = call.fields;
      const composed = compose({ field: 'words', typed, ready, hintsSeen, readers, locale: call.locale });
      if (!composed.ok) return refusedBy(composed.refusal);
      if (composed.value === '') return refusedBy({ code: 'write_a_message', field: 'words' });
      const writer = {
        personId: call.actor.personId ?? '',
        isStaff: call.actor.roles.has('coordinator') && call.actor.strong,
      };
      const outcome = await writeMessage(call.db, {
        threadId: id,
        writer,
        words: composed.value,
        locale: call.locale,
        now: call.now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({ object: { kind: KIND, id } });
      return redirect(`/conversations/${id}`);
    },
    again: (call, form) => threadAgain(call, call.params.id, form),
  }),
  post({
    path: '/conversations/:id/concerns',
    access: [participant],
    audit: 'conversations.concern.raised',
    limit: { by: 'person', tries: 10, minutes: 60 },
    form: z.object({ concern: requiredText(2000, 'say_what_worries_you') }),
    async handle(call) {
      const { id } = call.params;
      const by = call.actor.personId ?? '';
      const thread = await findThread(call.db, id);
      if (!thread) return refusedBy(refuse('no_such_conversation').refusal);
      const others = [...thread.participantIds, ...thread.formerIds].filter((personId) => personId !== by);
      const { subject } = thread;
      await raiseConcern(call.db, {
        about: others[0] ?? null,
        by,
        program: 'conversations',
        objectKind: subject.kind,
        objectId: subject.id,
        words: call.fields.concern,
        now: call.now,
      });
      await call.audit({ object: { kind: KIND, id } });
      return redirect(`/conversations/${id}`, {
        tone: 'done',
        text: words(call).noted('concern_is_with_us'),
      });
    },
    again: (call, form) => threadAgain(call, call.params.id, form),
  }),
];

const words = (call: { locale: Parameters<typeof conversationMessages.in>[0] }) =>
  conversationMessages.in(call.locale);

type AnyCall = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale'>;

async function threadPage(
  call: AnyCall,
  id: string,
  form: FormState,
  after: string | null = null,
): Promise<{ title: string; body: VNode; participantIds: readonly string[] } | null> {
  const thread = await findThread(call.db, id);
  if (!thread) return null;
  const messages = await listMessages(call.db, id, { after, limit: MESSAGES_A_PAGE });
  const persons = await findPersons(call.db, [
    ...thread.participantIds,
    ...messages.rows.map((message) => message.authorId),
  ]);
  const names = namesIn(call, persons);
  const reader = call.actor.personId ?? '';
  const others = thread.participantIds.filter((personId) => personId !== reader);
  return {
    title: titleFor(
      call,
      others.flatMap((personId) => persons.get(personId) ?? []),
    ),
    participantIds: [...thread.participantIds, ...thread.formerIds].filter((personId) => personId !== reader),
    body: (
      <ThreadPage
        thread={thread}
        messages={messages}
        after={after}
        names={names}
        reader={reader}
        readers={await readersOf(call, thread)}
        form={form}
      />
    ),
  };
}

/** Who reads what somebody writes here: the others in it; nobody beside the coordinators of who asked them. */
async function readersOf(call: AnyCall, thread: Thread): Promise<readonly Reader[]> {
  const others = thread.participantIds.filter((id) => id !== call.actor.personId);
  return findReaders(call.db, others, { locale: call.locale, to: standingOf(call) });
}

/** As whom somebody reads names: whoever meets a person never learns the full name of one who goes by another. */
function standingOf({ actor }: AnyCall): 'staff' | 'counterpart' {
  return actor.roles.has('coordinator') && actor.strong ? 'staff' : 'counterpart';
}

/** What each is called by the reader: a coordinator may know more of a name than the one who meets them. */
function namesIn(call: AnyCall, persons: ReadonlyMap<string, Person>): Map<string, Words> {
  return new Map(
    [...persons].map(([id, person]) => [id, nameFor(person, call.locale, standingOf(call)).words]),
  );
}

/** With whom it is, so that one conversation's tab is not like another's. */
function titleFor(call: AnyCall, others: readonly Person[]): string {
  const { locale } = call;
  const names = others
    .map((person) => nameFor(person, locale, standingOf(call)).text)
    .filter((name) => name !== '');
  const t = words({ locale });
  const list = names.length > 0 ? formatsIn(locale).list(names) : t.plain('with_coordinators');
  return `${t.plain('thread_title')} · ${list}`;
}

async function threadAgain(call: AnyCall, id: string, form: FormState): Promise<Reply> {
  const shown = await threadPage(call, id, form);
  return shown ? page(shown.title, shown.body) : missing();
}
