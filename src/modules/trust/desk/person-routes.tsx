import { z } from 'zod';
import { actingRole } from '../../../platform/permissions.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { checkbox, requiredText, text } from '../../../platform/web/form-fields.ts';
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
import { callName, compose, composing, dayInJapan, findPerson, findReaders } from '../../people/index.ts';
import { approve, decline } from '../applications/commands.ts';
import { trustStaffMessages } from '../messages.ts';
import type { DecidedBy } from '../rules.ts';
import { obstaclesToApproval } from '../standing/rules.ts';
import { findStanding } from '../standing/store.ts';
import { findPersonFile } from './person-file.ts';
import { PersonFilePage } from './person-views.tsx';
import { findUnready } from './readiness.ts';
import { STAFF_RESTRICTIONS } from './restriction-views.tsx';

type FileCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

/** The file of one person, and the decision about their application. */
export const personRoutes: readonly Route[] = [
  get({
    path: '/trust/people/:id',
    access: ['coordinator'],
    audit: 'trust.person.viewed',
    // From a concern: the form of this restriction is open, and nothing is done yet.
    query: z.object({ kind: z.enum(STAFF_RESTRICTIONS).optional().catch(undefined) }),
    async handle(call) {
      const reply = await personFilePage(call, FormState.fresh({ kind: call.fields.kind }));
      if (reply.kind === 'page') await call.audit(aboutPerson(call));
      return reply;
    },
  }),
  post({
    path: '/trust/people/:id/approval',
    access: ['coordinator'],
    audit: 'trust.volunteer.approved',
    form: z.object({ approval_reason: text(1000), known_unready: checkbox }),
    async handle(call) {
      const { db, now, params } = call;
      const standing = await findStanding(db, params.id, now);
      const obstacles = obstaclesToApproval(standing);
      if (obstacles.length > 0) return refusedBy(...obstacles);
      const person = await findPerson(db, params.id);
      const unready = person ? await findUnready(db, person, { standing, today: dayInJapan(now) }) : [];
      if (unready.length > 0 && !call.fields.known_unready)
        return refusedBy({ code: 'tick_that_you_know', field: 'known_unready' });
      const reason = call.fields.approval_reason;
      const outcome = await approve(db, { personId: params.id, by: deciding(call), now, reason });
      return recorded(call, outcome, 'was_approved');
    },
    again: (call, form) => personFilePage(call, form),
  }),
  post({
    path: '/trust/people/:id/declining',
    access: ['coordinator'],
    audit: 'trust.application.declined',
    form: z.object({
      ...composing,
      declining_words: requiredText(1000, 'say_why'),
      declining_reason: text(1000),
    }),
    async handle(call) {
      const { db, params, locale, fields } = call;
      const readers = await findReaders(db, [params.id], { locale, to: 'staff' });
      const typed = fields.declining_words;
      const words = compose({ field: 'declining_words', typed, ...fields, readers, locale });
      if (!words.ok) return refusedBy(words.refusal);
      const by = { personId: params.id, by: deciding(call), now: call.now };
      const decision = { ...by, words: words.value, reason: fields.declining_reason };
      return recorded(call, await decline(call.db, decision), 'was_declined');
    },
    again: (call, form) => personFilePage(call, form),
  }),
];

/** The file as a page; missing for nobody, and for one's own: nobody reads the notes about themselves here. */
export async function personFilePage(call: FileCall, form: FormState): Promise<Reply> {
  if (call.params.id === call.actor.personId) return missing();
  const file = await findPersonFile(call.db, call.params.id, call);
  if (!file) return missing();
  const title = callName(file.person, call.locale) || trustStaffMessages.in(call.locale).plain('somebody');
  return page(title, <PersonFilePage file={file} form={form} now={call.now} />);
}

/** Who decides, in the role in which they act. */
export function deciding(call: Pick<Call, 'actor'>): DecidedBy {
  return { personId: call.actor.personId, role: actingRole(call.actor) };
}

type Said = Parameters<ReturnType<typeof trustStaffMessages.in>['plain']>[0];

/** The answer to a decision about the person of the path: back to their file, or the form again. Audits it. */
export async function recorded(
  call: Pick<Call<{ id: string }>, 'params' | 'audit' | 'locale'>,
  outcome: Outcome<unknown>,
  said: Said,
): Promise<Reply> {
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const isProposed = said === 'waits_for_second';
  await call.audit({ ...aboutPerson(call), ...(isProposed && { detail: { proposed: true } }) });
  const text = trustStaffMessages.in(call.locale).noted(said);
  return redirect(`/trust/people/${call.params.id}`, { tone: 'done', text });
}

function aboutPerson(call: { params: { id: string } }) {
  const { id } = call.params;
  return { subjectIds: [id], object: { kind: 'people.person', id } };
}
