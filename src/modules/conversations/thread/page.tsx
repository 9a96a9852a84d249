import type { VNode } from 'preact';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { missing, page, type Reply } from '../../../platform/web/route.ts';
import { findPersons, findReaders, nameFor, type Person, type Reader } from '../../people/index.ts';
import { listMessages } from '../lists/store.ts';
import { namesIn, type ReadingCall, standingOf } from '../names.ts';
import { conversationsPaths } from '../paths.ts';
import { findThread } from '../store.ts';
import { aboutThread, isKeptFrom, type ThingOf } from '../things.ts';
import type { Thread } from '../types.ts';
import { conversationMessages } from '../words.ts';
import { ThreadPage } from './views.tsx';

const MESSAGES_A_PAGE = 50;

interface Shown {
  readonly id: string;
  readonly form: FormState;
  /** Before which message they were written; without it, the newest. */
  readonly after?: string | null;
  readonly thingOf: ThingOf;
}

/** One conversation as its reader sees it. @returns null when there is no such conversation */
export async function threadPage(
  call: ReadingCall,
  { id, form, after = null, thingOf }: Shown,
): Promise<{ title: string; body: VNode; participantIds: readonly string[] } | null> {
  const { db, actor } = call;
  const thread = await findThread(db, id);
  const reader = actor.personId ?? '';
  if (!thread || (await isKeptFrom(db, thingOf, { thread, readerId: reader }))) return null;
  const messages = await listMessages(db, id, { after, limit: MESSAGES_A_PAGE });
  const persons = await findPersons(db, [
    ...thread.participantIds,
    ...messages.rows.map((message) => message.authorId),
  ]);
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
        subject={subjectFor(thread, { call, thingOf })}
        messages={messages}
        after={after}
        names={namesIn(call, persons)}
        reader={reader}
        readers={await readersOf(call, thread)}
        form={form}
      />
    ),
  };
}

/** What it is about, the way back to it, and what coordinators are offered to say of it. */
function subjectFor(
  thread: Thread,
  { call, thingOf }: { readonly call: ReadingCall; readonly thingOf: ThingOf },
): Parameters<typeof ThreadPage>[0]['subject'] {
  const { locale, actor } = call;
  const onlooker = thread.participantIds.includes(actor.personId ?? '') ? 'party' : 'staff';
  const thing = thingOf(thread.subject.kind);
  const list = {
    href: conversationsPaths.conversations(),
    label: conversationMessages.in(locale)('list_title'),
  };
  return {
    about: aboutThread(thingOf, thread, { locale, onlooker }),
    back: thing
      ? { href: thing.pathFor(onlooker, thread.subject.id), label: thing.wordsIn(locale, onlooker).back }
      : list,
    purpose: onlooker === 'party' && thread.kind === 'visit' ? 'meeting' : (thing?.purpose ?? 'asking'),
  };
}

/** Who reads what somebody writes here: the others in it; nobody beside the coordinators of who asked them. */
export async function readersOf(call: ReadingCall, thread: Thread): Promise<readonly Reader[]> {
  const others = thread.participantIds.filter((id) => id !== call.actor.personId);
  return findReaders(call.db, others, { locale: call.locale, to: standingOf(call) });
}

/** With whom it is, so that one conversation's tab is not like another's. */
function titleFor(call: ReadingCall, others: readonly Person[]): string {
  const { locale } = call;
  const names = others
    .map((person) => nameFor(person, locale, standingOf(call)).text)
    .filter((name) => name !== '');
  const t = conversationMessages.in(locale);
  const list = names.length > 0 ? formatsIn(locale).list(names) : t.plain('with_coordinators');
  return `${t.plain('thread_title')} · ${list}`;
}

/** The conversation again, with what was typed and what is said of it. */
export async function threadAgain(call: ReadingCall, shown: Shown): Promise<Reply> {
  const again = await threadPage(call, shown);
  return again ? page(again.title, again.body) : missing();
}
