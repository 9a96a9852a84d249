import { z } from 'zod';
import { choice } from '../../../platform/web/form-fields.ts';
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
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { optionalNumber, requiredName } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { dayInJapan } from '../rules.ts';
import { RELATIONS } from '../types.ts';
import { addMember, removeMember } from './commands.ts';
import { listHousehold } from './store.ts';
import { HouseholdPage } from './views.tsx';

const MemberForm = z.object({
  name: requiredName(200, 'say_a_name'),
  relation: choice(RELATIONS, 'choose_who_it_is'),
  birth_year: optionalNumber,
  birth_month: optionalNumber.refine((month) => month === null || (month >= 1 && month <= 12), {
    message: 'value_does_not_fit',
  }),
});

export const householdRoutes: readonly Route[] = [
  get({
    path: '/me/household',
    access: 'person',
    audit: null,
    handle: (visit) => householdPage(visit, FormState.fresh()),
  }),
  post({
    path: '/me/household/members',
    access: 'person',
    audit: null,
    form: MemberForm,
    async handle(visit) {
      const { name, relation, birth_year: year, birth_month: month } = visit.fields;
      const borrowed = await refuseBorrowedNames(visit.db, { name });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const keeper = await findOwnPerson(visit);
      const member = { name, relation, born: { year, month } };
      const outcome = await addMember(visit.db, keeper, { member, now: visit.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const text = peopleMessages.in(visit.locale).noted('member_added', { name });
      return redirect('/me/household', { tone: 'done', text });
    },
    again: (visit, form) => householdPage(visit, form),
  }),
  post({
    path: '/me/household/members/:id/removal',
    access: 'person',
    audit: null,
    async handle(visit) {
      const { id } = await findOwnPerson(visit);
      const outcome = await removeMember(visit.db, id, visit.params.id);
      if (!outcome.ok) return missing();
      const text = peopleMessages.in(visit.locale).noted('member_removed');
      return redirect('/me/household', { tone: 'done', text });
    },
  }),
];

async function householdPage(
  visit: Pick<Visit, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const { id } = await findOwnPerson(visit);
  const members = await listHousehold(visit.db, id);
  const title = peopleMessages.in(visit.locale).plain('household_title');
  return page(title, <HouseholdPage form={form} members={members} today={dayInJapan(visit.now)} />);
}
