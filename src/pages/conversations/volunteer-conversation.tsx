import { z } from 'zod';
import { findOpenThreadId, openThread, writeMessage } from '../../modules/conversations/index.ts';
import { compose, composing, findReaders, readyWords } from '../../modules/people/index.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import type { Outcome } from '../../platform/refusal.ts';
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
import { pageMessages, staffPageMessages } from '../pages.ts';
import { FirstMessage, MOST_WORDS } from './first-message.tsx';
import { mayTalk, PERSON } from './settle-volunteer-conversation.ts';

const about = (id: string) => ({ kind: PERSON, id });

type OwnCall = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

/** Between the coordinators and whoever would like to volunteer, or does: from either side, about their volunteering. */
export const volunteerConversationRoutes: readonly Route[] = [
  get({
    path: '/volunteering/conversation',
    access: 'person',
    audit: null,
    async handle(call) {
      const personId = call.actor.personId ?? '';
      const threadId = await findOpenThreadId(call.db, 'asking', about(personId));
      if (threadId) return redirect(`/conversations/${threadId}`);
      if (!(await mayTalk(call.db, personId, call.now))) return redirect('/volunteering');
      return ownFirstPage(call, FormState.fresh());
    },
  }),
  post({
    path: '/volunteering/conversation',
    access: 'person',
    audit: 'conversations.message.sent',
    limit: { by: 'person', tries: 20, minutes: 60 },
    form: z.object({ words: requiredText(MOST_WORDS) }),
    handle: (call) => writeOwn(call, call.fields.words),
    again: ownFirstPage,
  }),
  post({
    path: '/volunteering/interview-changes',
    access: 'person',
    audit: 'conversations.message.sent',
    limit: { by: 'person', tries: 20, minutes: 60 },
    form: z.object({ other_times: requiredText(1000) }),
    async handle(call) {
      const said = readyWords('other_interview_time', [{ locale: 'ja' }], call.locale);
      return writeOwn(call, `${said}\n${call.fields.other_times}`);
    },
  }),
  get({
    path: '/trust/people/:id/conversation',
    access: ['coordinator'],
    audit: 'trust.person.viewed',
    async handle(call) {
      const { id } = call.params;
      if (id === call.actor.personId || !(await mayTalk(call.db, id, call.now))) return missing();
      await call.audit({ subjectIds: [id], object: about(id) });
      const threadId = await findOpenThreadId(call.db, 'asking', about(id));
      return threadId ? redirect(`/conversations/${threadId}`) : staffFirstPage(call, FormState.fresh());
    },
  }),
  post({
    path: '/trust/people/:id/conversation',
    access: ['coordinator'],
    audit: 'conversations.message.sent',
    form: z.object({ ...composing, words: text(MOST_WORDS) }),
    async handle(call) {
      const { db, params, locale, fields, actor, now } = call;
      if (params.id === actor.personId || !(await mayTalk(db, params.id, now))) return missing();
      const readers = await findReaders(db, [params.id], { locale, to: 'staff' });
      const composed = compose({ field: 'words', typed: fields.words, ...fields, readers, locale });
      if (!composed.ok) return refusedBy(composed.refusal);
      if (composed.value === '') return refusedBy({ code: 'fill_this_in', field: 'words' });
      return write(call, params.id, { isStaff: true, words: composed.value });
    },
    again: staffFirstPage,
  }),
];

async function writeOwn(call: Call<unknown, unknown, Tx>, words: string): Promise<Reply> {
  const personId = call.actor.personId ?? '';
  if (!(await mayTalk(call.db, personId, call.now))) return missing();
  return write(call, personId, { isStaff: false, words });
}

async function write(
  call: Call<unknown, unknown, Tx>,
  personId: string,
  { isStaff, words }: { readonly isStaff: boolean; readonly words: string },
): Promise<Reply> {
  const { db, now, locale } = call;
  const threadId = await openThread(db, {
    kind: 'asking',
    subject: about(personId),
    participantIds: [personId],
    now,
  });
  const writer = { personId: call.actor.personId ?? '', isStaff };
  const written: Outcome<string> = await writeMessage(db, { threadId, writer, words, locale, now });
  if (!written.ok) return refusedBy(written.refusal);
  await call.audit({ subjectIds: [personId], object: { kind: 'conversations.thread', id: threadId } });
  return redirect(`/conversations/${threadId}`);
}

function ownFirstPage(call: Pick<OwnCall, 'locale'>, form: FormState): Reply {
  const t = pageMessages.in(call.locale);
  return page(
    t.plain('write_to_coordinators'),
    <FirstMessage
      title={t('write_to_coordinators')}
      lead={t('write_about_volunteering')}
      action="/volunteering/conversation"
      back={{ href: '/volunteering', label: t('back_to_volunteering') }}
      form={form}
    />,
  );
}

async function staffFirstPage(
  call: Pick<Call<{ readonly id: string }, unknown, Database>, 'db' | 'locale' | 'params'>,
  form: FormState,
): Promise<Reply> {
  const { db, locale, params } = call;
  const t = staffPageMessages.in(locale);
  const readers = await findReaders(db, [params.id], { locale, to: 'staff' });
  return page(
    t.plain('write_to_person'),
    <FirstMessage
      title={t('write_to_person')}
      lead={t('write_to_person_lead')}
      action={`/trust/people/${params.id}/conversation`}
      back={{ href: `/trust/people/${params.id}`, label: t('back_to_person') }}
      readers={readers}
      form={form}
    />,
  );
}
