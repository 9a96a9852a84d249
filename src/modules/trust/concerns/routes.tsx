import { actRoutes } from '../../../kits/acts/index.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Concern } from '../types.ts';
import { assessConcern, closeConcern } from './commands.ts';
import { concernForms } from './life.ts';
import { concernsRoutes } from './list.tsx';
import { findConcern } from './store/concerns.ts';
import { ConcernPage } from './views.tsx';

type ConcernCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params'>;
const STAFF = ['coordinator', 'administrator'] as const;

/** Concerns: what is open, what was found out, what was done. Nobody sees one about themselves. */
export const concernRoutes: readonly Route[] = [
  ...concernsRoutes,
  get({
    path: trustPaths.concern,
    access: STAFF,
    audit: 'trust.concern.viewed',
    async handle(call) {
      const concern = await findConcern(call.db, call.params.id);
      const reply = await concernPage(call, FormState.fresh());
      if (reply.kind === 'page' && concern) await call.audit(aboutConcern(concern));
      return reply;
    },
  }),
  ...actRoutes(
    concernForms,
    {
      access: STAFF,
      on: ({ params, actor, now }) => ({ concernId: params.id, by: actor.personId ?? '', now }),
      about: aboutConcern,
      again: concernPage,
    },
    {
      assessment: ({ db, fields }, on) => assessConcern(db, { ...on, words: fields.assessment }),
      closing: ({ db, fields }, on) => closeConcern(db, { ...on, words: fields.closing }),
    },
  ),
];

async function concernPage(call: ConcernCall, form: FormState): Promise<Reply> {
  const concern = await findConcern(call.db, call.params.id);
  if (!concern || concern.aboutPersonId === call.actor.personId) return missing();
  const persons = await findPersons(call.db, peopleIn(concern));
  const title = trustStaffMessages.in(call.locale).plain('concern_title');
  const mayDecide = call.actor.roles.has('coordinator') && call.actor.strong;
  return page(title, <ConcernPage concern={concern} persons={persons} form={form} mayDecide={mayDecide} />);
}

function aboutConcern(concern: Concern) {
  const subjectIds = concern.aboutPersonId ? [concern.aboutPersonId] : [];
  return { subjectIds, object: { kind: 'trust.concern', id: concern.id } };
}

function peopleIn(concern: Concern): string[] {
  const { aboutPersonId, raisedBy, assessed, closed } = concern;
  return [aboutPersonId, raisedBy, assessed?.by, closed?.by].flatMap((id) => id ?? []);
}
