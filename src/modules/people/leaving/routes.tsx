import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { actingRole } from '../../../platform/permissions.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
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
import { peopleMessages, peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
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
  identityCheck: choice(IDENTITY_CHECKS, 'say_how_you_made_sure'),
  confirmation: requiredText(254, 'type_what_stands_there'),
});

/** Somebody leaves for good: their own button, and the desk's for who calls or writes. */
export const leavingRoutes = (services: PeopleServices): readonly Route[] => [
  ...ownRoutes(services),
  ...staffRoutes(services),
];

const ownRoutes = (services: PeopleServices): readonly Route[] => [
  get({
    path: peoplePaths.leaving,
    access: 'person',
    audit: null,
    handle: (call) => ownPage(call, FormState.fresh(), services),
  }),
  // The commands write their audit entries themselves.
  post({
    path: peoplePaths.leaving,
    access: 'person',
    audit: null,
    proof: 'fresh',
    form: OwnForm,
    limit: { by: 'person', tries: 10, minutes: 60 },
    async handle(call) {
      const person = await findOwnPerson(call);
      if (!isTheirs(call.fields.confirmation, person))
        return refusedBy({ code: 'type_what_stands_there', field: 'confirmation' });
      const asking = { personId: person.id, by: doerOf(call), identityCheck: null, now: call.now };
      const asked = await askToLeave(call.db, asking);
      if (!asked.ok) return refusedBy(asked.refusal);
      return redirect(peoplePaths.leaving(), {
        tone: 'done',
        text: peopleMessages.in(call.locale).noted('leaving_noted'),
      });
    },
    again: (call, form) => ownPage(call, form, services),
  }),
  post({
    path: peoplePaths.leavingWithdrawal,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      const stayed = await stayAfterAll(call.db, { personId: id, by: doerOf(call), now: call.now });
      if (!stayed.ok) return refusedBy(stayed.refusal);
      return redirect(housePaths.me(), {
        tone: 'done',
        text: peopleMessages.in(call.locale).noted('leaving_taken_back'),
      });
    },
  }),
];

const staffRoutes = (services: PeopleServices): readonly Route[] => [
  get({
    path: peoplePaths.personLeaving,
    access: ['coordinator', 'administrator'],
    audit: 'people.leaving.viewed',
    async handle(call) {
      const reply = await staffPage(call, FormState.fresh(), services);
      const { id } = call.params;
      if (reply.kind === 'page')
        await call.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return reply;
    },
  }),
  post({
    path: peoplePaths.personLeaving,
    access: ['coordinator', 'administrator'],
    audit: null,
    proof: 'fresh',
    form: StaffForm,
    async handle(call) {
      const person = await findPerson(call.db, call.params.id);
      if (!person) return missing();
      if (!isTheirs(call.fields.confirmation, person))
        return refusedBy({ code: 'type_what_stands_there', field: 'confirmation' });
      const identityCheck = call.fields.identityCheck;
      const asking = { personId: person.id, by: doerOf(call), identityCheck, now: call.now };
      const asked = await askToLeave(call.db, asking);
      if (!asked.ok) return refusedBy(asked.refusal);
      return redirect(peoplePaths.personLeaving({ id: person.id }), {
        tone: 'done',
        text: peopleStaffMessages.in(call.locale).noted('leaving_noted'),
      });
    },
    again: (call, form) => staffPage(call, form, services),
  }),
  post({
    path: peoplePaths.personLeavingWithdrawal,
    access: ['coordinator', 'administrator'],
    audit: null,
    async handle(call) {
      const { id } = call.params;
      const stayed = await stayAfterAll(call.db, { personId: id, by: doerOf(call), now: call.now });
      if (!stayed.ok) return refusedBy(stayed.refusal);
      return redirect(housePaths.person({ id }), {
        tone: 'done',
        text: peopleStaffMessages.in(call.locale).noted('leaving_taken_back'),
      });
    },
  }),
];

function doerOf(call: Pick<Call, 'actor'>) {
  return { personId: call.actor.personId, role: actingRole(call.actor) };
}

async function ownPage(
  call: Pick<Call, 'db' | 'actor' | 'locale'>,
  form: FormState,
  { modules = [] }: PeopleServices,
): Promise<Reply> {
  const person = await findOwnPerson(call);
  const leaving = await findLeaving(call.db, person.id);
  const title = peopleMessages.in(call.locale).plain('leaving_title');
  const stays = await whatStays(call.db, modules);
  return page(title, <LeavingPage person={person} leaving={leaving} stays={stays} form={form} />);
}

async function staffPage(
  call: Pick<Call<{ id: string }>, 'db' | 'locale' | 'params'>,
  form: FormState,
  { modules = [] }: PeopleServices,
): Promise<Reply> {
  const person = await findPerson(call.db, call.params.id);
  if (!person || person.isChild) return missing();
  const leaving = await findLeaving(call.db, person.id);
  const title = peopleStaffMessages
    .in(call.locale)
    .plain('leaving_title', { name: callName(person, call.locale) });
  const stays = await whatStays(call.db, modules);
  return page(title, <StaffLeavingPage person={person} leaving={leaving} stays={stays} form={form} />);
}
