import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { choices } from '../../../platform/web/form-fields.ts';
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
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { isOnTheWay } from '../rules.ts';
import { findStanding } from '../standing/store.ts';
import { takePledge } from '../steps/commands.ts';
import { PLEDGE_LINES } from '../types.ts';
import { PledgePage } from './views.tsx';

/** What volunteers promise, ticked line by line. */
export const pledgeRoutes: readonly Route[] = [
  get({
    path: trustPaths.volunteeringPledge,
    access: 'person',
    audit: null,
    handle: (call) => pledgePage(call, FormState.fresh()),
  }),
  post({
    path: trustPaths.volunteeringPledge,
    access: 'person',
    audit: 'trust.pledge.taken',
    form: z.object({ lines: choices(PLEDGE_LINES) }),
    async handle(call) {
      const personId = call.actor.personId ?? '';
      const outcome = await takePledge(call.db, { personId, lines: call.fields.lines, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({ subjectIds: [personId] });
      const text = trustMessages.in(call.locale).noted('pledge_taken');
      return redirect(housePaths.volunteering(), { tone: 'done', text });
    },
    again: (call, form) => pledgePage(call, form),
  }),
];

async function pledgePage(
  call: Pick<Call, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const { application, steps } = await findStanding(call.db, call.actor.personId ?? '', call.now);
  const mayTake = isOnTheWay(application);
  const isTaken = steps.some(({ step, state }) => step === 'pledge' && state === 'holds');
  const title = trustMessages.in(call.locale).plain('pledge_title');
  return page(title, <PledgePage form={form} mayTake={mayTake} isTaken={mayTake && isTaken} />);
}
