import { z } from 'zod';
import type { TalkDoor, Thing } from '../../../platform/thing.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { compose, composing, findReaders } from '../../people/index.ts';
import { conversationsPaths } from '../paths.ts';
import { threadToShow } from '../rules.ts';
import { listThreadsAbout } from '../store.ts';
import { MOST_WORDS } from '../types.ts';
import { conversationStaffMessages } from '../words.ts';
import { begin, type DoorCall, firstWordsOn, readerOf, subjectOf, talkAbout } from './begin.ts';
import { FirstWordsPage } from './views.tsx';

/** For coordinators: to what they and somebody wrote to each other about a thing, or to a first word to them. */
export function staffDoor(thing: Thing, door: TalkDoor): readonly Route[] {
  return [
    get({
      path: door.path,
      access: door.access,
      audit: door.audit,
      async handle(call) {
        const personId = await counterpart(thing, call);
        if (!personId) return missing();
        const subject = subjectOf(thing, call);
        await call.audit({ subjectIds: [personId], object: subject });
        const threadId = threadToShow(await listThreadsAbout(call.db, subject), 'may begin');
        if (threadId) return redirect(conversationsPaths.conversation({ id: threadId }));
        return firstPage(thing, door, { call, form: FormState.fresh() });
      },
    }),
    post({
      path: door.path,
      access: door.begins,
      audit: 'conversations.message.sent',
      form: z.object({ ...composing, words: text(MOST_WORDS) }),
      async handle(call) {
        const personId = await counterpart(thing, call);
        if (!personId) return missing();
        const { db, locale, fields } = call;
        const readers = await findReaders(db, [personId], { locale, to: 'staff' });
        const composed = compose({ field: 'words', typed: fields.words, ...fields, readers, locale });
        if (!composed.ok) return refusedBy(composed.refusal);
        if (composed.value === '') return refusedBy({ code: 'fill_this_in', field: 'words' });
        return begin(thing, call, { personId, isStaff: true, words: composed.value });
      },
      again: (call, form) => firstPage(thing, door, { call, form }),
    }),
  ];
}

/** With whom a coordinator may talk about it; never with themselves, nor about who is close to them. */
async function counterpart(thing: Thing, call: DoorCall): Promise<string | null> {
  const { withStaff } = await talkAbout(thing, call);
  const readerId = readerOf(call);
  const isTooClose = await thing.isKeptFrom?.(call.db, subjectOf(thing, call).id, readerId);
  return withStaff === readerId || isTooClose ? null : withStaff;
}

async function firstPage(
  thing: Thing,
  door: TalkDoor,
  { call, form }: { readonly call: DoorCall; readonly form: FormState },
): Promise<Reply> {
  const { db, locale } = call;
  const t = conversationStaffMessages.in(locale);
  const personId = await counterpart(thing, call);
  const readers = await findReaders(db, personId ? [personId] : [], { locale, to: 'staff' });
  const shown = { ...firstWordsOn(thing, door, call), lead: t('write_to_person_lead'), readers, form };
  return page(
    t.plain('write_to_person'),
    <FirstWordsPage {...shown} title={t('write_to_person')} purpose={thing.purpose} />,
  );
}
