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
import type { Database, Tx } from '../../platform/database/connect.ts';
import { actingRole } from '../../platform/permissions.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../platform/refusal.ts';
import { FormState } from '../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../platform/web/route.ts';
import { pageMessages, staffPageMessages } from '../pages.ts';
import { carryOut } from './carry-out.ts';
import { StaffActsPage } from './views.tsx';

const STAFF = ['coordinator', 'administrator'] as const;

/** What waits for a second one of the staff: agreeing, declining, taking back. Whom it is about sees nothing of it. */
export const staffActRoutes: readonly Route[] = [
  get({
    path: '/staff-acts',
    access: STAFF,
    audit: 'people.staff_acts.viewed',
    async handle(visit) {
      const { reply, subjectIds } = await staffActsPage(visit, FormState.fresh());
      await visit.audit({ subjectIds });
      return reply;
    },
  }),
  post({
    path: '/staff-acts/:id/agreement',
    access: STAFF,
    audit: null,
    proof: 'fresh',
    async handle(visit) {
      const may = await findDecidable(visit);
      if (!may.ok) return refusedBy(may.refusal);
      const act = may.value;
      const by = doerOf(visit);
      await markDecided(visit.db, act.id, { state: 'carried_out', by: by.personId, at: visit.now });
      const done = await carryOut(visit.db, act, by, visit.now);
      if (!done.ok) return refusedBy({ code: reasonOf(done.refusal) });
      await recordStaffAct(visit.db, { act, by, action: 'people.staff_act.agreed', now: visit.now });
      return answered(visit, 'staff_act_agreed');
    },
    again: async (visit, form) => (await staffActsPage(visit, form)).reply,
  }),
  post({
    path: '/staff-acts/:id/refusal',
    access: STAFF,
    audit: null,
    async handle(visit) {
      const may = await findDecidable(visit);
      if (!may.ok) return refusedBy(may.refusal);
      const by = doerOf(visit);
      await markDecided(visit.db, may.value.id, { state: 'declined', by: by.personId, at: visit.now });
      await recordStaffAct(visit.db, {
        act: may.value,
        by,
        action: 'people.staff_act.declined',
        now: visit.now,
      });
      return answered(visit, 'staff_act_declined');
    },
    again: async (visit, form) => (await staffActsPage(visit, form)).reply,
  }),
  post({
    path: '/staff-acts/:id/withdrawal',
    access: STAFF,
    audit: null,
    async handle(visit) {
      const by = doerOf(visit);
      const act = await lockStaffAct(visit.db, visit.params.id);
      if (act?.proposedBy !== by.personId || isOver(act, visit.now))
        return refusedBy({ code: 'staff_act_is_over' });
      await markDecided(visit.db, act.id, { state: 'withdrawn', by: by.personId, at: visit.now });
      await recordStaffAct(visit.db, { act, by, action: 'people.staff_act.withdrawn', now: visit.now });
      return answered(visit, 'staff_act_withdrawn');
    },
    again: async (visit, form) => (await staffActsPage(visit, form)).reply,
  }),
];

/** Why it can't be done, where this page has words for it. */
function reasonOf({ code }: Refusal): string {
  return pageMessages.has(code) ? code : 'staff_act_no_longer_fits';
}

const doerOf = ({ actor }: Pick<Visit, 'actor'>) => ({
  personId: actor.personId ?? '',
  role: actingRole(actor),
});

/** The open proposal, for somebody who may decide about it; to whom it is about it is as if there were none. */
async function findDecidable(
  visit: Pick<Visit<{ id: string }, unknown, Tx>, 'db' | 'actor' | 'params' | 'now'>,
): Promise<Outcome<StaffAct>> {
  const act = await lockStaffAct(visit.db, visit.params.id);
  const { personId } = doerOf(visit);
  const holders = await listOfficeHolders(visit.db);
  const isOpen = act && maySee(act, personId, holders) && !isOver(act, visit.now);
  if (!isOpen || !holders.includes(act.proposedBy)) return refuse('staff_act_is_over');
  return mayDecide(act, personId) ? accept(act) : refuse('another_one_decides');
}

function answered(
  visit: Pick<Visit, 'locale'>,
  key: 'staff_act_agreed' | 'staff_act_declined' | 'staff_act_withdrawn',
): Reply {
  return redirect('/staff-acts', { tone: 'done', text: staffPageMessages.in(visit.locale).noted(key) });
}

type Reading = Pick<Visit<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

async function staffActsPage(visit: Reading, form: FormState) {
  const readerId = visit.actor.personId ?? '';
  const acts = await listVisibleStaffActs(visit.db, readerId, visit.now);
  const holders = await listOfficeHolders(visit.db);
  const lines = acts.map((act) => ({ act, isAlone: isAlone(act, holders) }));
  const persons = await findPersons(
    visit.db,
    acts.flatMap(({ personId, proposedBy }) => [personId, proposedBy]),
  );
  const title = staffPageMessages.in(visit.locale).plain('staff_acts_title');
  const body = <StaffActsPage lines={lines} persons={persons} readerId={readerId} form={form} />;
  return { reply: page(title, body), subjectIds: acts.map(({ personId }) => personId) };
}
