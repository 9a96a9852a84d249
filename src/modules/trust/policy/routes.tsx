import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { dayInJapan, findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { changePolicy } from './commands.ts';
import { PolicyForm, readPrograms, readSteps, valuesOf } from './form.ts';
import { findPlannedPolicy, findPolicy, listPolicies } from './store.ts';
import { PolicyPage } from './views.tsx';

/** The steps that lead to approval, as the administrator edits them. */
export const policyRoutes: readonly Route[] = [
  get({
    path: trustPaths.policy,
    access: ['administrator'],
    audit: null,
    async handle(call) {
      const values = valuesOf(await findPolicy(call.db, call.now), dayInJapan(call.now));
      return policyPage(call, FormState.fresh(values));
    },
  }),
  post({
    path: trustPaths.policy,
    access: ['administrator'],
    audit: 'trust.policy.changed',
    form: PolicyForm,
    async handle(call) {
      const { db, now, fields } = call;
      const outcome = await changePolicy(db, {
        steps: readSteps(fields),
        programs: readPrograms(fields),
        needsInsurance: fields.needsInsurance,
        validFromOn: fields.validFromOn,
        reason: fields.policyReason,
        mayStop: fields.mayStop,
        by: call.actor.personId ?? '',
        now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const stopped = outcome.value;
      await call.audit({
        object: { kind: 'trust.policy', id: fields.validFromOn.toString() },
        detail: { stopped },
      });
      const text = trustStaffMessages.in(call.locale).noted('policy_was_saved', { stopped });
      return redirect(trustPaths.policy(), { tone: stopped === 0 ? 'done' : 'notice', text });
    },
    again: (call, form) => policyPage(call, form),
  }),
];

async function policyPage(call: Pick<Call, 'db' | 'locale' | 'now'>, form: FormState): Promise<Reply> {
  const versions = await listPolicies(call.db);
  const planned = await findPlannedPolicy(call.db, call.now);
  const persons = await findPersons(
    call.db,
    versions.flatMap((version) => version.madeBy ?? []),
  );
  return page(
    trustStaffMessages.in(call.locale).plain('policy_title'),
    <PolicyPage form={form} versions={versions} planned={planned} persons={persons} />,
  );
}
