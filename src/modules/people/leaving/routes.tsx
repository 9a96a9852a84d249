import { z } from 'zod';
import { actingRole } from '../../../platform/permissions.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
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
import { peopleMessages, peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { findOwnPerson } from '../persons/own.ts';
import { findPerson } from '../persons/store.ts';
import type { PeopleServices } from '../services.ts';
import { askToLeave, stayAfterAll } from './commands.ts';
import { isTheirs } from './rules.ts';
import { StaffLeavingPage } from './staff-views.tsx';
import { findLeaving, IDENTITY_CHECKS } from './store.ts';
import { LeavingPage } from './views.tsx';
import { whatStays } from './what-stays.ts';

const OwnForm = z.object({ confirmation: requiredText(254, 'type_what_stands_there') });
const StaffForm = z.object({
  identity_check: choice(IDENTITY_CHECKS, 'say_how_you_made_sure'),
  confirmation: requiredText(254, 'type_what_stands_there'),
});

/** Somebody leaves for good: their own button, and the desk's for who calls or writes. */
export const leavingRoutes = (services: PeopleServices): readonly Route[] => [
  ...ownRoutes(services),
  ...staffRoutes(services),
];

const ownRoutes = (services: PeopleServices): readonly Route[] => [
  get({
    path: '/me/leaving',
    access: 'person',
    audit: null,
    handle: (visit) => ownPage(visit, FormState.fresh(), services),
  }),
  // The commands write their audit entries themselves.
  post({
    path: '/me/leaving',
    access: 'person',
    audit: null,
    proof: 'fresh',
    form: OwnForm,
    limit: { by: 'person', tries: 10, minutes: 60 },
    async handle(visit) {
      const person = await findOwnPerson(visit);
      if (!isTheirs(visit.fields.confirmation, person))
        return refusedBy({ code: 'type_what_stands_there', field: 'confirmation' });
      const asking = { personId: person.id, by: doerOf(visit), identityCheck: null, now: visit.now };
      const asked = await askToLeave(visit.db, asking);
      if (!asked.ok) return refusedBy(asked.refusal);
      return redirect('/me/leaving', {
        tone: 'done',
        text: peopleMessages.in(visit.locale).noted('leaving_noted'),
      });
    },
    again: (visit, form) => ownPage(visit, form, services),
  }),
  post({
    path: '/me/leaving/withdrawal',
    access: 'person',
    audit: null,
    async handle(visit) {
      const { id } = await findOwnPerson(visit);
      const stayed = await stayAfterAll(visit.db, { personId: id, by: doerOf(visit), now: visit.now });
      if (!stayed.ok) return refusedBy(stayed.refusal);
      return redirect('/me', {
        tone: 'done',
        text: peopleMessages.in(visit.locale).noted('leaving_taken_back'),
      });
    },
  }),
];

const staffRoutes = (services: PeopleServices): readonly Route[] => [
  get({
    path: '/people/:id/leaving',
    access: ['coordinator', 'administrator'],
    audit: 'people.leaving.viewed',
    async handle(visit) {
      const reply = await staffPage(visit, FormState.fresh(), services);
      const { id } = visit.params;
      if (reply.kind === 'page')
        await visit.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return reply;
    },
  }),
  post({
    path: '/people/:id/leaving',
    access: ['coordinator', 'administrator'],
    audit: null,
    proof: 'fresh',
    form: StaffForm,
    async handle(visit) {
      const person = await findPerson(visit.db, visit.params.id);
      if (!person) return missing();
      if (!isTheirs(visit.fields.confirmation, person))
        return refusedBy({ code: 'type_what_stands_there', field: 'confirmation' });
      const identityCheck = visit.fields.identity_check;
      const asking = { personId: person.id, by: doerOf(visit), identityCheck, now: visit.now };
      const asked = await askToLeave(visit.db, asking);
      if (!asked.ok) return refusedBy(asked.refusal);
      return redirect(`/people/${person.id}/leaving`, {
        tone: 'done',
        text: peopleStaffMessages.in(visit.locale).noted('leaving_noted'),
      });
    },
    again: (visit, form) => staffPage(visit, form, services),
  }),
  post({
    path: '/people/:id/leaving/withdrawal',
    access: ['coordinator', 'administrator'],
    audit: null,
    async handle(visit) {
      const { id } = visit.params;
      const stayed = await stayAfterAll(visit.db, { personId: id, by: doerOf(visit), now: visit.now });
      if (!stayed.ok) return refusedBy(stayed.refusal);
      return redirect(`/people/${id}`, {
        tone: 'done',
        text: peopleStaffMessages.in(visit.locale).noted('leaving_taken_back'),
      });
    },
  }),
];

function doerOf(visit: Pick<Visit, 'actor'>) {
  return { personId: visit.actor.personId, role: actingRole(visit.actor) };
}

async function ownPage(
  visit: Pick<Visit, 'db' | 'actor' | 'locale'>,
  form: FormState,
  { personalDataMaps = [] }: PeopleServices,
): Promise<Reply> {
  const person = await findOwnPerson(visit);
  const leaving = await findLeaving(visit.db, person.id);
  const title = peopleMessages.in(visit.locale).plain('leaving_title');
  const stays = await whatStays(visit.db, personalDataMaps);
  return page(title, <LeavingPage person={person} leaving={leaving} stays={stays} form={form} />);
}

async function staffPage(
  visit: Pick<Visit<{ id: string }>, 'db' | 'locale' | 'params'>,
  form: FormState,
  { personalDataMaps = [] }: PeopleServices,
): Promise<Reply> {
  const person = await findPerson(visit.db, visit.params.id);
  if (!person || person.isChild) return missing();
  const leaving = await findLeaving(visit.db, person.id);
  const title = peopleStaffMessages
    .in(visit.locale)
    .plain('leaving_title', { name: callName(person, visit.locale) });
  const stays = await whatStays(visit.db, personalDataMaps);
  return page(title, <StaffLeavingPage person={person} leaving={leaving} stays={stays} form={form} />);
}
