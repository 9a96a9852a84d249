import {
  findPersons,
  isAlone,
  isOver,
  listOfficeHolders,
  listVisibleStaffActs,
  lockStaffAct,
  markDecided,
  mayDecide,
  maySee,
  recordStaffAct,
  type StaffAct,
} from '../../modules/people/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { actingRole } from '../../platform/permissions.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../platform/refusal.ts';
import { FormState } from '../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../platform/web/route.ts';
import { pageMessages, staffPageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';
import { carryOut } from './carry-out.ts';
import { StaffActsPage } from './views.tsx';

const STAFF = ['coordinator', 'administrator'] as const;

/** What waits for a second one of the staff: agreeing, declining, taking back. Whom it is about sees nothing of it. */
export const staffActRoutes: readonly Route[] = [
  get({
    path: housePaths.staffActs,
    access: STAFF,
    audit: 'people.staff_acts.viewed',
    async handle(call) {
      const { reply, subjectIds } = await staffActsPage(call, FormState.fresh());
      await call.audit({ subjectIds });
      return reply;
    },
  }),
  post({
    path: pagesPaths.staffActAgreement,
    access: STAFF,
    audit: null,
    proof: 'fresh',
    async handle(call) {
      const may = await findDecidable(call);
      if (!may.ok) return refusedBy(may.refusal);
      const act = may.value;
      const by = doerOf(call);
      await markDecided(call.db, act.id, { state: 'carried_out', by: by.personId, at: call.now });
      const done = await carryOut(call.db, act, by, call.now);
      if (!done.ok) return refusedBy({ code: reasonOf(done.refusal) });
      await recordStaffAct(call.db, { act, by, action: 'people.staff_act.agreed', now: call.now });
      return answered(call, 'staff_act_agreed');
    },
    again: async (call, form) => (await staffActsPage(call, form)).reply,
  }),
  post({
    path: pagesPaths.staffActRefusal,
    access: STAFF,
    audit: null,
    async handle(call) {
      const may = await findDecidable(call);
      if (!may.ok) return refusedBy(may.refusal);
      const by = doerOf(call);
      await markDecided(call.db, may.value.id, { state: 'declined', by: by.personId, at: call.now });
      await recordStaffAct(call.db, {
        act: may.value,
        by,
        action: 'people.staff_act.declined',
        now: call.now,
      });
      return answered(call, 'staff_act_declined');
    },
    again: async (call, form) => (await staffActsPage(call, form)).reply,
  }),
  post({
    path: pagesPaths.staffActWithdrawal,
    access: STAFF,
    audit: null,
    async handle(call) {
      const by = doerOf(call);
      const act = await lockStaffAct(call.db, call.params.id);
      if (act?.proposedBy !== by.personId || isOver(act, call.now))
        return refusedBy({ code: 'staff_act_is_over' });
      await markDecided(call.db, act.id, { state: 'withdrawn', by: by.personId, at: call.now });
      await recordStaffAct(call.db, { act, by, action: 'people.staff_act.withdrawn', now: call.now });
      return answered(call, 'staff_act_withdrawn');
    },
    again: async (call, form) => (await staffActsPage(call, form)).reply,
  }),
];

/** Why it can't be done, where this page has words for it. */
function reasonOf({ code }: Refusal): string {
  return pageMessages.has(code) ? code : 'staff_act_no_longer_fits';
}

const doerOf = ({ actor }: Pick<Call, 'actor'>) => ({
  personId: actor.personId ?? '',
  role: actingRole(actor),
});

/** The open proposal, for somebody who may decide about it; to whom it is about it is as if there were none. */
async function findDecidable(
  call: Pick<Call<{ id: string }, unknown, Tx>, 'db' | 'actor' | 'params' | 'now'>,
): Promise<Outcome<StaffAct>> {
  const act = await lockStaffAct(call.db, call.params.id);
  const { personId } = doerOf(call);
  const holders = await listOfficeHolders(call.db);
  const isOpen = act && maySee(act, personId, holders) && !isOver(act, call.now);
  if (!isOpen || !holders.includes(act.proposedBy)) return refuse('staff_act_is_over');
  return mayDecide(act, personId) ? accept(act) : refuse('another_one_decides');
}

function answered(
  call: Pick<Call, 'locale'>,
  key: 'staff_act_agreed' | 'staff_act_declined' | 'staff_act_withdrawn',
): Reply {
  return redirect(housePaths.staffActs(), {
    tone: 'done',
    text: staffPageMessages.in(call.locale).noted(key),
  });
}

type Reading = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

async function staffActsPage(call: Reading, form: FormState) {
  const readerId = call.actor.personId ?? '';
  const acts = await listVisibleStaffActs(call.db, readerId, call.now);
  const holders = await listOfficeHolders(call.db);
  const lines = acts.map((act) => ({ act, isAlone: isAlone(act, holders) }));
  const persons = await findPersons(
    call.db,
    acts.flatMap(({ personId, proposedBy }) => [personId, proposedBy]),
  );
  const title = staffPageMessages.in(call.locale).plain('staff_acts_title');
  const body = <StaffActsPage lines={lines} persons={persons} readerId={readerId} form={form} />;
  return { reply: page(title, body), subjectIds: acts.map(({ personId }) => personId) };
}
