import { z } from 'zod';
import { choice } from '../../../platform/web/form-fields.ts';
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
    handle: (call) => householdPage(call, FormState.fresh()),
  }),
  post({
    path: '/me/household/members',
    access: 'person',
    audit: null,
    form: MemberForm,
    async handle(call) {
      const { name, relation, birth_year: year, birth_month: month } = call.fields;
      const borrowed = await refuseBorrowedNames(call.db, { name });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const keeper = await findOwnPerson(call);
      const member = { name, relation, born: { year, month } };
      const outcome = await addMember(call.db, keeper, { member, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const text = peopleMessages.in(call.locale).noted('member_added', { name });
      return redirect('/me/household', { tone: 'done', text });
    },
    again: (call, form) => householdPage(call, form),
  }),
  post({
    path: '/me/household/members/:id/removal',
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      const outcome = await removeMember(call.db, id, call.params.id);
      if (!outcome.ok) return missing();
      const text = peopleMessages.in(call.locale).noted('member_removed');
      return redirect('/me/household', { tone: 'done', text });
    },
  }),
];

async function householdPage(
  call: Pick<Call, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const { id } = await findOwnPerson(call);
  const members = await listHousehold(call.db, id);
  const title = peopleMessages.in(call.locale).plain('household_title');
  return page(title, <HouseholdPage form={form} members={members} today={dayInJapan(call.now)} />);
}
