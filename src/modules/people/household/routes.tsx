import { formRoutes } from '../../../kits/forms/index.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { ownPage } from '../persons/own-page.tsx';
import { dayInJapan } from '../rules.ts';
import { addMember, removeMember } from './commands.ts';
import { memberForm } from './form.tsx';
import { listHousehold } from './store.ts';
import { HouseholdPage } from './views.tsx';

export const householdRoutes: readonly Route[] = [
  ...formRoutes({
    path: peoplePaths.household,
    action: peoplePaths.householdMembers,
    access: 'person',
    audit: null,
    of: memberForm,
    begin: () => ({}),
    show: (call, form) => householdPage(call, form),
    async save(call) {
      const { name, relation, birthYear: year, birthMonth: month } = call.fields;
      const borrowed = await refuseBorrowedNames(call.db, { name });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const keeper = await findOwnPerson(call);
      const member = { name, relation, born: { year, month } };
      const outcome = await addMember(call.db, keeper, { member, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const text = peopleMessages.in(call.locale).noted('member_added', { name });
      return redirect(peoplePaths.household(), { tone: 'done', text });
    },
  }),
  post({
    path: peoplePaths.householdMemberRemoval,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      const outcome = await removeMember(call.db, id, call.params.id);
      if (!outcome.ok) return missing();
      const text = peopleMessages.in(call.locale).noted('member_removed');
      return redirect(peoplePaths.household(), { tone: 'done', text });
    },
  }),
];

async function householdPage(
  call: Pick<Call, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const { id } = await findOwnPerson(call);
  const members = await listHousehold(call.db, id);
  return ownPage(
    call,
    'household',
    <HouseholdPage form={form} members={members} today={dayInJapan(call.now)} />,
  );
}
