import type { Tx } from '../../../platform/database/connect.ts';
import { done, type Step } from '../../../platform/parts/demonstration.ts';
import { submitRequest } from '../ask/submit-request.ts';
import { lookSteps } from './looking.ts';
import { offerSteps } from './offering.ts';
import type { RequestToBe, Story } from './plan.ts';
import { visitSteps } from './visiting.ts';

/** Everything that happens to a request until it is in its state, each at its time. */
export function stepsOf(request: RequestToBe, story: Story): Step[] {
  return [
    { at: request.times.sent, run: (tx) => send(tx, request, story) },
    ...lookSteps(request, story),
    ...offerSteps(request, story),
    ...visitSteps(request, story),
  ];
}

async function send(
  tx: Tx,
  { requesterId, form, times, keepPhotos }: RequestToBe,
  story: Story,
): Promise<void> {
  const doer = { personId: requesterId, party: 'requester', now: times.sent } as const;
  const photoIds = (await keepPhotos?.(tx)) ?? form.photoIds;
  const sent = done(await submitRequest(tx, { requesterId, form: { ...form, photoIds }, doer }), 'a request');
  story.requestId = sent.requestId;
}
