import type { Database } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
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
import { callName, findPersons, listCoordinators } from '../../people/index.ts';
import { deciding } from '../desk/person-routes.tsx';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { recordCheck } from '../steps/commands.ts';
import { checkForm, keeperForm } from './form.ts';
import { ClearancesPage, type Shown } from './page.tsx';
import { endKeeper, insertKeeper, keepsClearances, listClearances, listKeepers } from './store.ts';

const access = ['coordinator', 'administrator'] as const;
const about = (personId: string) => ({
  subjectIds: [personId],
  object: { kind: 'people.person', id: personId },
});

/** Who was checked before they come near children: read and recorded by the few whom an administrator has named. */
export const clearanceRoutes: readonly Route[] = [
  get({
    path: trustPaths.clearances,
    access,
    audit: 'trust.clearances.viewed',
    async handle(call) {
      const { reply, subjectIds } = await show(call, {});
      await call.audit({ subjectIds, object: { kind: 'trust.clearances', id: 'all' } });
      return reply;
    },
  }),
  post({
    path: trustPaths.clearanceChecks,
    access: ['coordinator'],
    audit: 'trust.check.recorded',
    form: checkForm([]).schema,
    async handle(call) {
      const { db, fields, now, locale, audit } = call;
      if (!(await keepsClearances(db, ownId(call)))) return missing();
      const { personId, checkedOn: doneOn } = fields;
      const on = { personId, by: deciding(call), now, step: 'child_safety_check', doneOn } as const;
      const done = await recordCheck(db, on);
      if (!done.ok) return refusedBy(done.refusal);
      await audit(about(personId));
      return said(locale, 'was_recorded');
    },
    again: async (call, check) => (await show(call, { check })).reply,
  }),
  post({
    path: trustPaths.clearanceKeepers,
    access: ['administrator'],
    audit: 'trust.clearance_keeper.named',
    form: keeperForm([]).schema,
    async handle(call) {
      const { db, fields, now, locale, audit } = call;
      const { personId } = fields;
      if (personId === ownId(call)) return refusedBy({ code: 'not_about_yourself', field: 'personId' });
      if (!(await listCoordinators(db, now)).includes(personId))
        return refusedBy({ code: 'keeper_coordinates', field: 'personId' });
      await insertKeeper(db, { personId, by: ownId(call), now });
      await audit(about(personId));
      return said(locale, 'keeper_was_named');
    },
    again: async (call, keeper) => (await show(call, { keeper })).reply,
  }),
  post({
    path: trustPaths.clearanceKeeperEnd,
    access: ['administrator'],
    audit: 'trust.clearance_keeper.ended',
    async handle(call) {
      const { db, params, now, locale, audit } = call;
      await endKeeper(db, { personId: params.id, by: ownId(call), now });
      await audit(about(params.id));
      return said(locale, 'keeper_was_ended');
    },
  }),
];

function said(locale: Call['locale'], says: 'was_recorded' | 'keeper_was_named' | 'keeper_was_ended'): Reply {
  const text = trustStaffMessages.in(locale).noted(says);
  return redirect(trustPaths.clearances(), { tone: 'done', text });
}

interface Forms {
  readonly check?: FormState;
  readonly keeper?: FormState;
}

async function show(
  { db, actor, now, locale }: Pick<Call<object, unknown, Database>, 'db' | 'actor' | 'now' | 'locale'>,
  forms: Forms,
): Promise<{ readonly reply: Reply; readonly subjectIds: readonly string[] }> {
  const mayRecord = actor.roles.has('coordinator') && (await keepsClearances(db, actor.personId));
  const all = mayRecord ? await listClearances(db, now) : [];
  const keeperIds = await listKeepers(db);
  const mayName = actor.roles.has('administrator');
  const coordinatorIds = mayName ? await listCoordinators(db, now) : [];
  const persons = await findPersons(db, [
    ...all.map(({ personId }) => personId),
    ...keeperIds,
    ...coordinatorIds,
  ]);
  const t = trustStaffMessages.in(locale);
  const named = (id: string) => {
    const person = persons.get(id);
    return { id, name: (person && callName(person, locale)) || t.plain('somebody') };
  };
  const shown: Shown = {
    // Nobody reads or writes their own.
    clearances: all
      .filter(({ personId }) => personId !== actor.personId)
      .map((one) => ({ ...one, name: named(one.personId).name })),
    ...{ mayRecord, mayName },
    keepers: keeperIds.map(named),
    nameable: coordinatorIds.filter((id) => !keeperIds.includes(id) && id !== actor.personId).map(named),
    check: forms.check ?? FormState.fresh(),
    keeper: forms.keeper ?? FormState.fresh(),
  };
  return {
    reply: page(t.plain('clearances_title'), <ClearancesPage {...shown} />),
    subjectIds: shown.clearances.map(({ personId }) => personId),
  };
}
