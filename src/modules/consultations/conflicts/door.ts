import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { text } from '../../../platform/web/form-fields.ts';
import {
  type Call,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { consultationPaths } from '../paths.ts';
import { findAtDoor, showAtDoor } from '../referral/door.tsx';
import type { ConsultationServices } from '../services.ts';
import { consultationMessages } from '../words.ts';
import { beginComparison, compareNames, wantCall } from './checking.ts';
import { MOST_MARKS } from './compare.ts';

type Services = Pick<ConsultationServices, 'secret'>;
type DoorCall = Pick<Call<{ token: string }, unknown, Tx>, 'audit' | 'db' | 'params' | 'locale' | 'now'>;
type Says = 'call_is_wanted' | 'compare_none' | 'compare_possible' | null;

/** Besides what the database holds: so that nobody tries links or lists by the hundred. */
const LIMIT = { by: 'person', tries: 20, minutes: 60 } as const;
const MOST_LETTERS = MOST_MARKS * 8;

/** What an expert does by their link before they see anything of the matter. */
export function conflictDoorRoutes(services: Services): readonly Route[] {
  const again = showAtDoor(services);
  const open = { access: 'everyone', limit: LIMIT, again } as const;
  return [
    post({
      path: consultationPaths.expertTry,
      audit: 'consultations.conflict.begun',
      ...open,
      form: z.object({}),
      handle: (call) => act(services, call, { does: beginComparison, says: () => null }),
    }),
    post({
      path: consultationPaths.expertComparison,
      audit: 'consultations.conflict.compared',
      ...open,
      maxBytes: 2 * MOST_LETTERS + 4_096,
      form: z.object({ tryId: text(36), whole: text(MOST_LETTERS), parts: text(MOST_LETTERS) }),
      handle: (call) =>
        act(services, call, {
          does: (tx, on) => compareNames(tx, services, { ...on, sent: call.fields }),
          says: (answer) => (answer === 'none' ? 'compare_none' : 'compare_possible'),
        }),
    }),
    post({
      path: consultationPaths.expertCall,
      audit: 'consultations.conflict.call_wanted',
      ...open,
      form: z.object({}),
      handle: (call) => act(services, call, { does: wantCall, says: () => 'call_is_wanted' }),
    }),
  ];
}

interface Act<Value> {
  does(
    tx: Tx,
    on: { readonly matterId: string; readonly referralId: string; readonly now: Temporal.Instant },
  ): Promise<Outcome<Value>>;
  says(value: Value): Says;
}

async function act<Value>(services: Services, call: DoorCall, { does, says }: Act<Value>): Promise<Reply> {
  const { db, params, now, locale } = call;
  const found = await findAtDoor(services, call);
  if (!found) return missing();
  const { matter, referral } = found;
  const outcome = await does(db, { matterId: matter.id, referralId: referral.id, now });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  await call.audit({
    subjectIds: [matter.residentId],
    object: { kind: 'consultations.matter', id: matter.id },
  });
  const said = says(outcome.value);
  const text = said && consultationMessages.in(locale).noted(said);
  return redirect(consultationPaths.expertReferral(params), text ? { tone: 'notice', text } : undefined);
}
