import { z } from 'zod';
import { After } from '../../../platform/database/paging.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
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
  type Visit,
} from '../../../platform/web/route.ts';
import { findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import type { Concern } from '../types.ts';
import { assessConcern, closeConcern } from './commands.ts';
import { findConcern } from './store/concerns.ts';
import { listConcerns } from './store/lists.ts';
import { ConcernPage, ConcernsPage } from './views.tsx';

type ConcernVisit = Pick<Visit<{ id: string }>, 'db' | 'actor' | 'locale' | 'params'>;
const STAFF = ['coordinator', 'administrator'] as const;
const CONCERNS_A_PAGE = 50;

/** Concerns: what is open, what was found out, what was done. Nobody sees one about themselves. */
export const concernRoutes: readonly Route[] = [
  get({
    path: '/trust/concerns',
    access: STAFF,
    audit: 'trust.concerns.viewed',
    query: After,
    async handle(visit) {
      const { after } = visit.fields;
      const window = { after, limit: CONCERNS_A_PAGE };
      const concerns = await listConcerns(visit.db, visit.actor.personId ?? '', window);
      const persons = await findPersons(visit.db, concerns.rows.flatMap(peopleIn));
      await visit.audit({ subjectIds: concerns.rows.flatMap((concern) => concern.aboutPersonId ?? []) });
      const title = trustStaffMessages.in(visit.locale).plain('concerns_title');
      return page(title, <ConcernsPage concerns={concerns} after={after} persons={persons} />);
    },
  }),
  get({
    path: '/trust/concerns/:id',
    access: STAFF,
    audit: 'trust.concern.viewed',
    async handle(visit) {
      const concern = await findConcern(visit.db, visit.params.id);
      const reply = await concernPage(visit, FormState.fresh());
      if (reply.kind === 'page' && concern) await visit.audit(aboutConcern(concern));
      return reply;
    },
  }),
  post({
    path: '/trust/concerns/:id/assessment',
    access: STAFF,
    audit: 'trust.concern.assessed',
    form: z.object({ assessment: requiredText(2000) }),
    async handle(visit) {
      const step = { concernId: visit.params.id, words: visit.fields.assessment, ...handler(visit) };
      return answered(visit, await assessConcern(visit.db, step));
    },
    again: (visit, form) => concernPage(visit, form),
  }),
  post({
    path: '/trust/concerns/:id/closing',
    access: STAFF,
    audit: 'trust.concern.closed',
    form: z.object({ closing: requiredText(2000) }),
    async handle(visit) {
      const step = { concernId: visit.params.id, words: visit.fields.closing, ...handler(visit) };
      return answered(visit, await closeConcern(visit.db, step));
    },
    again: (visit, form) => concernPage(visit, form),
  }),
];

function handler(visit: Pick<Visit, 'actor' | 'now'>): { by: string; now: Temporal.Instant } {
  return { by: visit.actor.personId ?? '', now: visit.now };
}

async function concernPage(visit: ConcernVisit, form: FormState): Promise<Reply> {
  const concern = await findConcern(visit.db, visit.params.id);
  if (!concern || concern.aboutPersonId === visit.actor.personId) return missing();
  const persons = await findPersons(visit.db, peopleIn(concern));
  const title = trustStaffMessages.in(visit.locale).plain('concern_title');
  const mayDecide = visit.actor.roles.has('coordinator') && visit.actor.strong;
  return page(title, <ConcernPage concern={concern} persons={persons} form={form} mayDecide={mayDecide} />);
}

async function answered(
  visit: Pick<Visit<{ id: string }>, 'db' | 'params' | 'audit' | 'locale'>,
  outcome: Outcome<null>,
): Promise<Reply> {
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const concern = await findConcern(visit.db, visit.params.id);
  if (concern) await visit.audit(aboutConcern(concern));
  const text = trustStaffMessages.in(visit.locale).noted('was_recorded');
  return redirect(`/trust/concerns/${visit.params.id}`, { tone: 'done', text });
}

function aboutConcern(concern: Concern) {
  const subjectIds = concern.aboutPersonId ? [concern.aboutPersonId] : [];
  return { subjectIds, object: { kind: 'trust.concern', id: concern.id } };
}

function peopleIn(concern: Concern): string[] {
  return [concern.aboutPersonId, concern.raisedBy].flatMap((id) => id ?? []);
}
