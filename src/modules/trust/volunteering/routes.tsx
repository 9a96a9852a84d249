import { ask } from '../../../platform/database/questions.ts';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../platform/web/route.ts';
import { leaveVolunteering } from '../applications/commands.ts';
import { trustMessages } from '../messages.ts';
import { findPolicy } from '../policy/store.ts';
import { resumeVolunteering } from '../restrictions/commands.ts';
import { findStanding, restOf } from '../standing/store.ts';
import { VolunteeringPage } from './views.tsx';

type OwnVisit = Pick<Visit, 'db' | 'actor' | 'locale' | 'now'>;

export const volunteeringRoutes: readonly Route[] = [
  get({
    path: '/volunteering',
    access: 'everyone',
    audit: null,
    handle: (visit) => volunteeringPage(visit, FormState.fresh()),
  }),
  post({
    path: '/volunteering/resumption',
    access: 'person',
    audit: 'trust.volunteer.resumed',
    async handle(visit) {
      const personId = ownId(visit);
      await resumeVolunteering(visit.db, { personId, now: visit.now });
      await visit.audit({ subjectIds: [personId] });
      return done(visit, 'rest_is_over');
    },
  }),
  post({
    path: '/volunteering/leaving',
    access: 'person',
    audit: 'trust.volunteer.left',
    async handle(visit) {
      const personId = ownId(visit);
      const outcome = await leaveVolunteering(visit.db, { personId, reason: '', now: visit.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await visit.audit({ subjectIds: [personId] });
      return done(visit, 'you_have_left');
    },
    again: (visit, form) => volunteeringPage(visit, form),
  }),
];

async function volunteeringPage(visit: OwnVisit, form: FormState): Promise<Reply> {
  const { personId } = visit.actor;
  const standing = personId ? await findStanding(visit.db, personId, visit.now) : null;
  const { steps } = await findPolicy(visit.db, visit.now);
  const office = await readSetting(visit.db, organizationSetting);
  const rest = personId ? await ask(visit.db, restOf(personId, visit.now)) : null;
  return page(
    trustMessages.in(visit.locale).plain('volunteering_title'),
    <VolunteeringPage standing={standing} steps={steps} rest={rest} office={office} form={form} />,
  );
}

/** The id of the person who is signed in; for routes whose access is `person`. */
function ownId(visit: Pick<Visit, 'actor'>): string {
  if (!visit.actor.personId) throw new Error('a page of one’s own was opened by nobody');
  return visit.actor.personId;
}

function done(visit: Pick<Visit, 'locale'>, key: 'rest_is_over' | 'you_have_left'): Reply {
  return redirect('/volunteering', { tone: 'done', text: trustMessages.in(visit.locale).noted(key) });
}
