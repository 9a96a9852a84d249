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
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
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
    async handle(visit) {
      const { after } = visit.fields;
      const window = { after, limit: THREADS_A_PAGE };
      const lines = await listThreadsOf(visit.db, visit.actor.personId ?? '', window);
      const others = lines.rows.flatMap((line) => line.others);
      const names = namesIn(visit, await findPersons(visit.db, others));
      return page(
        words(visit).plain('list_title'),
        <ThreadListPage lines={lines} after={after} names={names} />,
      );
    },
  }),
  get({
    path: '/conversations/:id',
    access: ['coordinator', participant, formerParticipant],
    audit: 'conversations.thread.read',
    query: After,
    async handle(visit) {
      if (await formerParticipant.holds(visit.db, visit.actor.personId ?? '', visit.params))
        return page(words(visit).plain('thread_title'), <ThreadOverPage />, 410);
      const shown = await threadPage(visit, visit.params.id, FormState.fresh(), visit.fields.after);
      if (!shown) return missing();
      await visit.audit({ subjectIds: shown.participantIds, object: { kind: KIND, id: visit.params.id } });
      await markRead(visit.db, visit.params.id, visit.actor.personId ?? '', visit.now);
      return page(shown.title, shown.body);
    },
  }),
  post({
    path: '/conversations/:id/messages',
    access: ['coordinator', participant],
    audit: 'conversations.message.sent',
    limit: { by: 'person', tries: 60, minutes: 10 },
    form: z.object({ ...composing, words: text(MOST_WORDS) }),
    async handle(visit) {
      const { id } = visit.params;
      const thread = await findThread(visit.db, id);
      const readers = thread ? await readersOf(visit, thread) : [];
      const { words: typed, ready, hintsSeen } = visit.fields;
      const composed = compose({ field: 'words', typed, ready, hintsSeen, readers, locale: visit.locale });
      if (!composed.ok) return refusedBy(composed.refusal);
      if (composed.value === '') return refusedBy({ code: 'write_a_message', field: 'words' });
      const writer = {
        personId: visit.actor.personId ?? '',
        isStaff: visit.actor.roles.has('coordinator') && visit.actor.strong,
      };
      const outcome = await writeMessage(visit.db, {
        threadId: id,
        writer,
        words: composed.value,
        locale: visit.locale,
        now: visit.now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await visit.audit({ object: { kind: KIND, id } });
      return redirect(`/conversations/${id}`);
    },
    again: (visit, form) => threadAgain(visit, visit.params.id, form),
  }),
  post({
    path: '/conversations/:id/concerns',
    access: [participant],
    audit: 'conversations.concern.raised',
    limit: { by: 'person', tries: 10, minutes: 60 },
    form: z.object({ concern: requiredText(2000, 'say_what_worries_you') }),
    async handle(visit) {
      const { id } = visit.params;
      const by = visit.actor.personId ?? '';
      const thread = await findThread(visit.db, id);
      if (!thread) return refusedBy(refuse('no_such_conversation').refusal);
      const others = [...thread.participantIds, ...thread.formerIds].filter((personId) => personId !== by);
      const { subject } = thread;
      await raiseConcern(visit.db, {
        about: others[0] ?? null,
        by,
        program: 'conversations',
        objectKind: subject.kind,
        objectId: subject.id,
        words: visit.fields.concern,
        now: visit.now,
      });
      await visit.audit({ object: { kind: KIND, id } });
      return redirect(`/conversations/${id}`, {
        tone: 'done',
        text: words(visit).noted('concern_is_with_us'),
      });
    },
    again: (visit, form) => threadAgain(visit, visit.params.id, form),
  }),
];

const words = (visit: { locale: Parameters<typeof conversationMessages.in>[0] }) =>
  conversationMessages.in(visit.locale);

type AnyVisit = Pick<Visit<unknown, unknown, Database>, 'db' | 'actor' | 'locale'>;

async function threadPage(
  visit: AnyVisit,
  id: string,
  form: FormState,
  after: string | null = null,
): Promise<{ title: string; body: VNode; participantIds: readonly string[] } | null> {
  const thread = await findThread(visit.db, id);
  if (!thread) return null;
  const messages = await listMessages(visit.db, id, { after, limit: MESSAGES_A_PAGE });
  const persons = await findPersons(visit.db, [
    ...thread.participantIds,
    ...messages.rows.map((message) => message.authorId),
  ]);
  const names = namesIn(visit, persons);
  const reader = visit.actor.personId ?? '';
  const others = thread.participantIds.filter((personId) => personId !== reader);
  return {
    title: titleFor(
      visit,
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
        readers={await readersOf(visit, thread)}
        form={form}
      />
    ),
  };
}

/** Who reads what somebody writes here: the others in it; nobody beside the coordinators of who asked them. */
async function readersOf(visit: AnyVisit, thread: Thread): Promise<readonly Reader[]> {
  const others = thread.participantIds.filter((id) => id !== visit.actor.personId);
  return findReaders(visit.db, others, { locale: visit.locale, to: standingOf(visit) });
}

/** As whom somebody reads names: whoever meets a person never learns the full name of one who goes by another. */
function standingOf({ actor }: AnyVisit): 'staff' | 'counterpart' {
  return actor.roles.has('coordinator') && actor.strong ? 'staff' : 'counterpart';
}

/** What each is called by the reader: a coordinator may know more of a name than the one who meets them. */
function namesIn(visit: AnyVisit, persons: ReadonlyMap<string, Person>): Map<string, Words> {
  return new Map(
    [...persons].map(([id, person]) => [id, nameFor(person, visit.locale, standingOf(visit)).words]),
  );
}

/** With whom it is, so that one conversation's tab is not like another's. */
function titleFor(visit: AnyVisit, others: readonly Person[]): string {
  const { locale } = visit;
  const names = others
    .map((person) => nameFor(person, locale, standingOf(visit)).text)
    .filter((name) => name !== '');
  const t = words({ locale });
  const list = names.length > 0 ? formatsIn(locale).list(names) : t.plain('with_coordinators');
  return `${t.plain('thread_title')} · ${list}`;
}

async function threadAgain(visit: AnyVisit, id: string, form: FormState): Promise<Reply> {
  const shown = await threadPage(visit, id, form);
  return shown ? page(shown.title, shown.body) : missing();
}
