import { housePaths } from '../../../platform/addresses/paths.ts';
import { ask } from '../../../platform/database/questions.ts';
import { ownId } from '../../../platform/permissions.ts';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { leaveVolunteering } from '../applications/commands.ts';
import { interviewRoutes, timesToChoose } from '../interviews/routes.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { findPolicy } from '../policy/store.ts';
import { resumeVolunteering } from '../restrictions/commands.ts';
import type { TrustServices } from '../services.ts';
import { findStanding, restOf } from '../standing/store.ts';
import { VolunteeringPage } from './views.tsx';
import { volunteeringWords } from './worded-page.ts';

type OwnCall = Pick<Call, 'db' | 'actor' | 'locale' | 'now'>;

export const volunteeringRoutes = (services: TrustServices): readonly Route[] => [
  ...interviewRoutes((call, form) => volunteeringPage(call, form, services)),
  get({
    path: housePaths.volunteering,
    access: 'everyone',
    audit: null,
    handle: (call) => volunteeringPage(call, FormState.fresh(), services),
  }),
  post({
    path: trustPaths.volunteeringResumption,
    access: 'person',
    audit: 'trust.volunteer.resumed',
    async handle(call) {
      const personId = ownId(call);
      await resumeVolunteering(call.db, { personId, now: call.now });
      await call.audit({ subjectIds: [personId] });
      return done(call, 'rest_is_over');
    },
  }),
  post({
    path: trustPaths.volunteeringLeaving,
    access: 'person',
    audit: 'trust.volunteer.left',
    async handle(call) {
      const personId = ownId(call);
      const outcome = await leaveVolunteering(call.db, { personId, reason: '', now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({ subjectIds: [personId] });
      return done(call, 'you_have_left');
    },
    again: (call, form) => volunteeringPage(call, form, services),
  }),
];

async function volunteeringPage(call: OwnCall, form: FormState, { ownPages }: TrustServices): Promise<Reply> {
  const { personId } = call.actor;
  const standing = personId ? await findStanding(call.db, personId, call.now) : null;
  const { steps } = await findPolicy(call.db, call.now);
  const office = await readSetting(call.db, organizationSetting);
  const rest = personId ? await ask(call.db, restOf(personId, call.now)) : null;
  const times = standing ? await timesToChoose(call.db, standing, call.now) : [];
  const { key } = volunteeringWords;
  const own = (await ownPages?.(call.db, [key], call.locale))?.get(key);
  const t = trustMessages.in(call.locale).plain;
  const shown = page(
    own?.said['title']?.plain ?? t('volunteering_title'),
    <VolunteeringPage
      standing={standing}
      steps={steps}
      times={times}
      rest={rest}
      office={office}
      form={form}
      own={own}
    />,
  );
  return { ...shown, found: { description: own?.said['lead']?.plain ?? t('home_volunteer_text') } };
}

function done(call: Pick<Call, 'locale'>, key: 'rest_is_over' | 'you_have_left'): Reply {
  return redirect(housePaths.volunteering(), {
    tone: 'done',
    text: trustMessages.in(call.locale).noted(key),
  });
}
