import { z } from 'zod';
import { After } from '../../../platform/database/paging.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
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
import { findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import type { Concern } from '../types.ts';
import { assessConcern, closeConcern } from './commands.ts';
import { findConcern } from './store/concerns.ts';
import { listConcerns } from './store/lists.ts';
import { ConcernPage, ConcernsPage } from './views.tsx';

type ConcernCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params'>;
const STAFF = ['coordinator', 'administrator'] as const;
const CONCERNS_A_PAGE = 50;

/** Concerns: what is open, what was found out, what was done. Nobody sees one about themselves. */
export const concernRoutes: readonly Route[] = [
  get({
    path: '/trust/concerns',
    access: STAFF,
    audit: 'trust.concerns.viewed',
    query: After,
    async handle(call) {
      const { after } = call.fields;
      const window = { after, limit: CONCERNS_A_PAGE };
      const concerns = await listConcerns(call.db, call.actor.personId ?? '', window);
      const persons = await findPersons(call.db, concerns.rows.flatMap(peopleIn));
      await call.audit({ subjectIds: concerns.rows.flatMap((concern) => concern.aboutPersonId ?? []) });
      const title = trustStaffMessages.in(call.locale).plain('concerns_title');
      return page(title, <ConcernsPage concerns={concerns} after={after} persons={persons} />);
    },
  }),
  get({
    path: '/trust/concerns/:id',
    access: STAFF,
    audit: 'trust.concern.viewed',
    async handle(call) {
      const concern = await findConcern(call.db, call.params.id);
      const reply = await concernPage(call, FormState.fresh());
      if (reply.kind === 'page' && concern) await call.audit(aboutConcern(concern));
      return reply;
    },
  }),
  post({
    path: '/trust/concerns/:id/assessment',
    access: STAFF,
    audit: 'trust.concern.assessed',
    form: z.object({ assessment: requiredText(2000) }),
    async handle(call) {
      const step = { concernId: call.params.id, words: call.fields.assessment, ...handler(call) };
      return answered(call, await assessConcern(call.db, step));
    },
    again: (call, form) => concernPage(call, form),
  }),
  post({
    path: '/trust/concerns/:id/closing',
    access: STAFF,
    audit: 'trust.concern.closed',
    form: z.object({ closing: requiredText(2000) }),
    async handle(call) {
      const step = { concernId: call.params.id, words: call.fields.closing, ...handler(call) };
      return answered(call, await closeConcern(call.db, step));
    },
    again: (call, form) => concernPage(call, form),
  }),
];

function handler(call: Pick<Call, 'actor' | 'now'>): { by: string; now: Temporal.Instant } {
  return { by: call.actor.personId ?? '', now: call.now };
}

async function concernPage(call: ConcernCall, form: FormState): Promise<Reply> {
  const concern = await findConcern(call.db, call.params.id);
  if (!concern || concern.aboutPersonId === call.actor.personId) return missing();
  const persons = await findPersons(call.db, peopleIn(concern));
  const title = trustStaffMessages.in(call.locale).plain('concern_title');
  const mayDecide = call.actor.roles.has('coordinator') && call.actor.strong;
  return page(title, <ConcernPage concern={concern} persons={persons} form={form} mayDecide={mayDecide} />);
}

async function answered(
  call: Pick<Call<{ id: string }>, 'db' | 'params' | 'audit' | 'locale'>,
  outcome: Outcome<null>,
): Promise<Reply> {
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const concern = await findConcern(call.db, call.params.id);
  if (concern) await call.audit(aboutConcern(concern));
  const text = trustStaffMessages.in(call.locale).noted('was_recorded');
  return redirect(`/trust/concerns/${call.params.id}`, { tone: 'done', text });
}

function aboutConcern(concern: Concern) {
  const subjectIds = concern.aboutPersonId ? [concern.aboutPersonId] : [];
  return { subjectIds, object: { kind: 'trust.concern', id: concern.id } };
}

function peopleIn(concern: Concern): string[] {
  return [concern.aboutPersonId, concern.raisedBy].flatMap((id) => id ?? []);
}
