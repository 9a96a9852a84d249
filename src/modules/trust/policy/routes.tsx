import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../platform/web/route.ts';
import { dayInJapan, findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { changePolicy } from './commands.ts';
import { PolicyForm, readSteps, valuesOf } from './form.ts';
import { findPlannedPolicy, findPolicy, listPolicies } from './store.ts';
import { PolicyPage } from './views.tsx';

/** The steps that lead to approval, as the administrator edits them. */
export const policyRoutes: readonly Route[] = [
  get({
    path: '/trust/policy',
    access: ['administrator'],
    audit: null,
    async handle(visit) {
      const values = valuesOf(await findPolicy(visit.db, visit.now), dayInJapan(visit.now));
      return policyPage(visit, FormState.fresh(values));
    },
  }),
  post({
    path: '/trust/policy',
    access: ['administrator'],
    audit: 'trust.policy.changed',
    form: PolicyForm,
    async handle(visit) {
      const { db, now, fields } = visit;
      const outcome = await changePolicy(db, {
        steps: readSteps(fields),
        needsInsurance: fields.needs_insurance,
        validFromOn: fields.valid_from_on,
        reason: fields.policy_reason,
        mayStop: fields.may_stop,
        by: visit.actor.personId ?? '',
        now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const stopped = outcome.value;
      await visit.audit({
        object: { kind: 'trust.policy', id: fields.valid_from_on.toString() },
        detail: { stopped },
      });
      const text = trustStaffMessages.in(visit.locale).noted('policy_was_saved', { stopped });
      return redirect('/trust/policy', { tone: stopped === 0 ? 'done' : 'notice', text });
    },
    again: (visit, form) => policyPage(visit, form),
  }),
];

async function policyPage(visit: Pick<Visit, 'db' | 'locale' | 'now'>, form: FormState): Promise<Reply> {
  const versions = await listPolicies(visit.db);
  const planned = await findPlannedPolicy(visit.db, visit.now);
  const persons = await findPersons(
    visit.db,
    versions.flatMap((version) => version.madeBy ?? []),
  );
  return page(
    trustStaffMessages.in(visit.locale).plain('policy_title'),
    <PolicyPage form={form} versions={versions} planned={planned} persons={persons} />,
  );
}
