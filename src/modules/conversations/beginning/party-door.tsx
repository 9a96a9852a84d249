import { z } from 'zod';
import type { TalkDoor, Thing } from '../../../platform/thing.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { get, missing, page, post, type Reply, type Route, redirect } from '../../../platform/web/route.ts';
import { conversationsPaths } from '../paths.ts';
import { threadToShow } from '../rules.ts';
import { listThreadsAbout } from '../store.ts';
import { MOST_WORDS } from '../types.ts';
import { conversationMessages } from '../words.ts';
import { begin, type DoorCall, firstWordsOn, readerOf, subjectOf, talkAbout } from './begin.ts';
import { FirstWordsPage, NotYetPage } from './views.tsx';

/** For those who have to do with a thing: to what was written about it, or to a first word to the coordinators. */
export function partyDoor(thing: Thing, door: TalkDoor): readonly Route[] {
  return [
    get({
      path: door.path,
      access: door.access,
      audit: door.audit,
      async handle(call) {
        const mayBegin = (await talkAbout(thing, call)).withStaff === readerOf(call);
        const threadId = threadToShow(await threadsFor(call, thing), mayBegin ? 'may begin' : 'reads');
        if (threadId) return redirect(conversationsPaths.conversation({ id: threadId }));
        return mayBegin ? firstPage(thing, door, { call, form: FormState.fresh() }) : notYet(thing, call);
      },
    }),
    post({
      path: door.path,
      access: door.begins,
      audit: 'conversations.message.sent',
      limit: { by: 'person', tries: 20, minutes: 60 },
      form: z.object({ words: requiredText(MOST_WORDS) }),
      async handle(call) {
        const { withStaff } = await talkAbout(thing, call);
        if (withStaff !== readerOf(call)) return missing();
        return begin(thing, call, { personId: withStaff, isStaff: false, words: call.fields.words });
      },
      again: (call, form) => firstPage(thing, door, { call, form }),
    }),
  ];
}

/** What somebody may read of it: their own, else, as a coordinator, all. */
async function threadsFor(call: DoorCall, thing: Thing) {
  const subject = subjectOf(thing, call);
  const own = await listThreadsAbout(call.db, subject, readerOf(call));
  const isStaff = call.actor.roles.has('coordinator') && call.actor.strong;
  return own.length === 0 && isStaff ? listThreadsAbout(call.db, subject) : own;
}

function firstPage(
  thing: Thing,
  door: TalkDoor,
  { call, form }: { readonly call: DoorCall; readonly form: FormState },
): Reply {
  const t = conversationMessages.in(call.locale);
  const title = t.plain('write_to_coordinators');
  return page(title, <FirstWordsPage {...firstWordsOn(thing, door, call)} title={title} form={form} />);
}

function notYet(thing: Thing, call: DoorCall): Reply {
  const { notYet: words } = thing.wordsIn(call.locale, 'party');
  if (!words) return redirect(thing.pathFor('party', subjectOf(thing, call).id));
  return page(conversationMessages.in(call.locale).plain('thread_title'), <NotYetPage words={words} />, 404);
}
