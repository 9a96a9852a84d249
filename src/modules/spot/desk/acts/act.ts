import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Params } from '../../../../platform/languages/messages.tsx';
import type { Outcome } from '../../../../platform/refusal.ts';
import { text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { type Call, type Reply, redirect, refusedBy } from '../../../../platform/web/route.ts';
import type { ActOn, Performed } from '../../perform.ts';
import { type DeskKey, deskMessages } from '../words.ts';

/** Sent along with every form of the desk: acts from an older page are refused, with what was done since it was made. */
export const versioned = { version: wholeNumber(0, 1_000_000), seen: text(40) };
export const Versioned = z.object(versioned);

/** Whom an act concerned, with the volunteers it asked. */
type Concerning = Performed & { readonly askedIds?: readonly string[] };

type ActCall<Fields> = Call<{ readonly id: string }, Fields, Tx>;

/** Does an act as a coordinator, audits it for everybody concerned, and goes back to the request with a sentence. */
export async function act<Fields extends { readonly version: number }, Done extends Concerning>(
  call: ActCall<Fields>,
  command: (on: ActOn) => Promise<Outcome<Done>>,
  said: DeskKey | ((done: Done) => { readonly key: DeskKey; readonly params: Params }),
): Promise<Reply> {
  const requestId = call.params.id;
  const doer = { personId: call.actor.personId, party: 'coordinator', now: call.now } as const;
  const outcome = await command({ requestId, doer, version: call.fields.version });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requesterId, volunteerId, askedIds = [] } = outcome.value;
  await call.audit({
    subjectIds: [requesterId, ...(volunteerId ? [volunteerId] : []), ...askedIds],
    object: { kind: 'spot.request', id: requestId },
  });
  const { key, params } = typeof said === 'string' ? { key: said, params: {} } : said(outcome.value);
  const text = deskMessages.in(call.locale).noted(key, params);
  return redirect(`/desk/requests/${requestId}`, { tone: 'done', text });
}
