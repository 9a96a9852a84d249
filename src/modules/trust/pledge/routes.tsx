import { z } from 'zod';
import { choices } from '../../../platform/web/form-fields.ts';
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
import { trustMessages } from '../messages.ts';
import { isOnTheWay } from '../rules.ts';
import { findStanding } from '../standing/store.ts';
import { takePledge } from '../steps/commands.ts';
import { PLEDGE_LINES } from '../types.ts';
import { PledgePage } from './views.tsx';

/** What volunteers promise, ticked line by line. */
export const pledgeRoutes: readonly Route[] = [
  get({
    path: '/volunteering/pledge',
    access: 'person',
    audit: null,
    handle: (visit) => pledgePage(visit, FormState.fresh()),
  }),
  post({
    path: '/volunteering/pledge',
    access: 'person',
    audit: 'trust.pledge.taken',
    form: z.object({ lines: choices(PLEDGE_LINES) }),
    async handle(visit) {
      const personId = visit.actor.personId ?? '';
      const outcome = await takePledge(visit.db, { personId, lines: visit.fields.lines, now: visit.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await visit.audit({ subjectIds: [personId] });
      const text = trustMessages.in(visit.locale).noted('pledge_taken');
      return redirect('/volunteering', { tone: 'done', text });
    },
    again: (visit, form) => pledgePage(visit, form),
  }),
];

async function pledgePage(
  visit: Pick<Visit, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const { application, steps } = await findStanding(visit.db, visit.actor.personId ?? '', visit.now);
  const mayTake = isOnTheWay(application);
  const isTaken = steps.some(({ step, state }) => step === 'pledge' && state === 'holds');
  const title = trustMessages.in(visit.locale).plain('pledge_title');
  return page(title, <PledgePage form={form} mayTake={mayTake} isTaken={mayTake && isTaken} />);
}
