import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import { After } from '../../../platform/database/paging.ts';
import type { Relation } from '../../../platform/permissions.ts';
import { requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
} from '../../../platform/web/route.ts';
import { compose, composing } from '../../people/index.ts';
import { raiseConcern } from '../../trust/index.ts';
import { writeMessage } from '../commands.ts';
import { standingOf } from '../names.ts';
import { conversationsPaths } from '../paths.ts';
import { findPart, findThread, markRead } from '../store.ts';
import { isKeptFrom, type ThingOf } from '../things.ts';
import { MOST_WORDS } from '../types.ts';
import { conversationMessages } from '../words.ts';
import { readersOf, threadAgain, threadPage } from './page.tsx';
import { ThreadOverPage } from './views.tsx';

const participant: Relation = {
  name: 'participant',
  holds: async (db, personId, params) => (await findPart(db, params['id'] ?? '', personId)) === 'present',
};

/** Whoever no longer takes part: they are told that it is over, and read nothing. */
const formerParticipant: Relation = {
  name: 'former participant',
  holds: async (db, personId, params) => (await findPart(db, params['id'] ?? '', personId)) === 'former',
};

const KIND = 'conversations.thread';

/** One conversation: read, written into, and told about when something in it is wrong. */
export function threadRoutes(thingOf: ThingOf): readonly Route[] {
  return [
    get({
      path: conversationsPaths.conversation,
      access: ['coordinator', participant, formerParticipant],
      audit: 'conversations.thread.read',
      query: After,
      async handle(call) {
        const { db, actor, params, now } = call;
        const readerId = actor.personId ?? '';
        if (await formerParticipant.holds(db, readerId, params))
          return page(conversationMessages.in(call.locale).plain('thread_title'), <ThreadOverPage />, 410);
        const { after } = call.fields;
        const shown = await threadPage(call, { id: params.id, form: FormState.fresh(), after, thingOf });
        if (!shown) return missing();
        await call.audit({ subjectIds: shown.participantIds, object: { kind: KIND, id: params.id } });
        await markRead(db, params.id, readerId, now);
        return page(shown.title, shown.body);
      },
    }),
    post({
      path: conversationsPaths.conversationMessages,
      access: ['coordinator', participant],
      audit: 'conversations.message.sent',
      limit: { by: 'person', tries: 60, minutes: 10 },
      form: z.object({ ...composing, words: text(MOST_WORDS) }),
      handle: (call) => write(call, thingOf),
      again: (call, form) => threadAgain(call, { id: call.params.id, form, thingOf }),
    }),
    post({
      path: conversationsPaths.conversationConcerns,
      access: [participant],
      audit: 'conversations.concern.raised',
      limit: { by: 'person', tries: 10, minutes: 60 },
      form: z.object({ concern: requiredText(2000, 'say_what_worries_you') }),
      handle: raise,
      again: (call, form) => threadAgain(call, { id: call.params.id, form, thingOf }),
    }),
  ];
}

type Composed = { readonly words: string; readonly ready: string; readonly hintsSeen: string };

async function write(call: Call<{ readonly id: string }, Composed, Tx>, thingOf: ThingOf): Promise<Reply> {
  const { db, actor, locale, now, fields } = call;
  const { id } = call.params;
  const thread = await findThread(db, id);
  if (thread && (await isKeptFrom(db, thingOf, { thread, readerId: actor.personId ?? '' }))) return missing();
  const readers = thread ? await readersOf(call, thread) : [];
  const composed = compose({ field: 'words', typed: fields.words, ...fields, readers, locale });
  if (!composed.ok) return refusedBy(composed.refusal);
  if (composed.value === '') return refusedBy({ code: 'write_a_message', field: 'words' });
  const writer = { personId: actor.personId ?? '', isStaff: standingOf(call) === 'staff' };
  const written = await writeMessage(db, { threadId: id, writer, words: composed.value, locale, now });
  if (!written.ok) return refusedBy(written.refusal);
  await call.audit({ object: { kind: KIND, id } });
  return redirect(conversationsPaths.conversation({ id }));
}

async function raise(call: Call<{ readonly id: string }, { readonly concern: string }, Tx>): Promise<Reply> {
  const { db, actor, locale, now, fields } = call;
  const { id } = call.params;
  const by = actor.personId ?? '';
  const thread = await findThread(db, id);
  if (!thread) return refusedBy({ code: 'no_such_conversation' });
  const others = [...thread.participantIds, ...thread.formerIds].filter((personId) => personId !== by);
  const { kind: objectKind, id: objectId } = thread.subject;
  const about = { about: others[0] ?? null, by, program: 'conversations', objectKind, objectId };
  await raiseConcern(db, { ...about, words: fields.concern, now });
  await call.audit({ object: { kind: KIND, id } });
  const text = conversationMessages.in(locale).noted('concern_is_with_us');
  return redirect(conversationsPaths.conversation({ id }), { tone: 'done', text });
}
