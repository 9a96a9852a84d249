import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { actingRole } from '../../../platform/permissions.ts';
import { checkbox, choice, requiredText } from '../../../platform/web/form-fields.ts';
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
import { peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { type Proposing, proposeStaffAct } from '../offices/commands.ts';
import { isStaffRole } from '../offices/rules.ts';
import { listVisibleStaffActs } from '../offices/store.ts';
import { peoplePaths } from '../paths.ts';
import { findPerson } from '../persons/store.ts';
import { findPortraitAddress } from '../portrait/address.ts';
import { endRole, grantRole } from '../roles/commands.ts';
import { officeLeftEmpty } from '../roles/last-one.ts';
import { listRoles } from '../roles/store.ts';
import { dayInJapan } from '../rules.ts';
import type { PeopleServices } from '../services.ts';
import type { HeldRole } from '../types.ts';
import { listedRoutes } from './list.tsx';
import { PersonPage } from './person-views.tsx';
import { EndingPage } from './role-views.tsx';
import { GRANTED_ROLES, mayEnd, opensRecords } from './roles.ts';
import { findWholeRecord } from './whole-person.ts';

const RoleForm = z.object({
  role: choice(GRANTED_ROLES, 'choose_a_role'),
  reason: requiredText(500, 'say_why'),
  /** Ticked once it was read what this role opens. */
  sure: checkbox,
});
const EndingForm = z.object({ reason: requiredText(500, 'say_why') });

/** A person's page, and roles granted on it. */
const personRoutes = (services: PeopleServices): readonly Route[] => [
  get({
    path: housePaths.person,
    access: ['coordinator', 'administrator'],
    audit: 'people.profile.viewed',
    async handle(call) {
      const reply = await personPage(call, FormState.fresh(), services);
      const { id } = call.params;
      if (reply.kind === 'page')
        await call.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return reply;
    },
  }),
  // Granting and ending write their audit entries themselves, since other modules do the same by the same commands.
  post({
    path: peoplePaths.personRoles,
    access: ['administrator'],
    audit: null,
    proof: 'fresh',
    form: RoleForm,
    async handle(call) {
      const { role, reason } = call.fields;
      const { id } = call.params;
      if (opensRecords(role) && !call.fields.sure) {
        return refusedBy({ code: 'confirm_the_role', field: 'sure' });
      }
      const act = { by: doerOf(call), now: call.now, reason };
      if (isStaffRole(role) && (await findPerson(call.db, id)))
        return proposed(call, { kind: 'grant_role', personId: id, detail: role }, act);
      const outcome = await grantRole(call.db, { personId: id, role }, act);
      if (outcome.ok) return changed(call, id);
      return outcome.refusal.code === 'person_is_unknown'
        ? missing()
        : refusedBy({ ...outcome.refusal, field: 'role' });
    },
    again: (call, form) => personPage(call, form, services),
  }),
];

/** A role that ends is asked about once more. */
const endingRoutes: readonly Route[] = [
  get({
    path: peoplePaths.personRoleEnding,
    access: ['administrator'],
    audit: null,
    handle: (call) => endingPage(call, FormState.fresh()),
  }),
  post({
    path: peoplePaths.personRoleEnding,
    access: ['administrator'],
    audit: null,
    form: EndingForm,
    proof: 'fresh',
    async handle(call) {
      const held = await findGrantedRole(call);
      if (!held) return missing();
      const { id } = call.params;
      const act = { by: doerOf(call), now: call.now, reason: call.fields.reason };
      if (isStaffRole(held.role)) {
        const office = await officeLeftEmpty(call.db, id, [held.role]);
        if (office) return refusedBy({ code: `last_${office}_stays` });
        return proposed(call, { kind: 'end_role', personId: id, detail: held.role }, act);
      }
      const outcome = await endRole(call.db, { personId: id, role: held.role }, act);
      return outcome.ok ? changed(call, id) : refusedBy(outcome.refusal);
    },
    again: (call, form) => endingPage(call, form),
  }),
];

/** Who is there, one of them, and their roles. */
export const directoryRoutes = (services: PeopleServices): readonly Route[] => [
  ...listedRoutes,
  ...personRoutes(services),
  ...endingRoutes,
];

function doerOf(call: Pick<Call, 'actor'>) {
  return { personId: call.actor.personId, role: actingRole(call.actor) };
}

type RoleCall = Pick<Call<{ id: string; roleId: string }>, 'db' | 'locale' | 'params' | 'now'>;

/** The role that the path names, if the person still holds it and it is one that is ended here. */
async function findGrantedRole(call: RoleCall): Promise<HeldRole | undefined> {
  const { id, roleId } = call.params;
  const today = dayInJapan(call.now);
  return (await listRoles(call.db, id)).find((held) => held.id === roleId && mayEnd(held, today));
}

async function endingPage(call: RoleCall, form: FormState): Promise<Reply> {
  const held = await findGrantedRole(call);
  const person = await findPerson(call.db, call.params.id);
  if (!held || !person) return missing();
  const title = peopleStaffMessages.in(call.locale).plain('role_end');
  return page(title, <EndingPage person={person} held={held} form={form} />);
}

/** What takes two waits until another one of the staff agrees. */
async function proposed(
  call: Pick<Call<{ id: string }, unknown, Tx>, 'db' | 'locale'>,
  what: Parameters<typeof proposeStaffAct>[1],
  proposing: Proposing,
): Promise<Reply> {
  const outcome = await proposeStaffAct(call.db, what, proposing);
  if (!outcome.ok) return refusedBy(outcome.refusal);
  return redirect(housePaths.person({ id: what.personId }), {
    tone: 'notice',
    text: peopleStaffMessages.in(call.locale).noted('waits_for_second'),
  });
}

function changed(call: Pick<Call, 'locale'>, id: string): Reply {
  return redirect(housePaths.person({ id }), {
    tone: 'done',
    text: peopleStaffMessages.in(call.locale).noted('role_changed'),
  });
}

async function personPage(
  call: Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>,
  form: FormState,
  { glanceAtVolunteer }: PeopleServices,
): Promise<Reply> {
  const today = dayInJapan(call.now);
  const record = await findWholeRecord(call.db, call.params.id, today);
  if (!record) return missing();
  const mayCoordinate =
    call.actor.roles.has('coordinator') && call.actor.strong && call.actor.personId !== record.person.id;
  const isAdministrator = call.actor.roles.has('administrator') && call.actor.strong;
  const isVolunteer = record.roles.some(({ role, untilOn }) => role === 'volunteer' && untilOn === null);
  const about = { personId: record.person.id, readerId: call.actor.personId ?? '', now: call.now };
  const waiting = await listVisibleStaffActs(call.db, about.readerId, call.now);
  const portrait = await findPortraitAddress(call.db, record.person.id, about);
  const glance = mayCoordinate && isVolunteer ? await glanceAtVolunteer?.(call.db, about) : null;
  return page(
    callName(record.person, call.locale) || peopleStaffMessages.in(call.locale).plain('no_name_yet'),
    <PersonPage
      record={record}
      form={form}
      today={today}
      mayGrant={isAdministrator}
      mayCoordinate={mayCoordinate}
      isWaiting={waiting.some((act) => act.personId === about.personId)}
      portrait={portrait}
      glance={glance ?? null}
    />,
  );
}
