import type { Door, Shown } from '../../kits/acts/index.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import type { ActOn, Performed } from './perform.ts';
import type { Party, requestLife } from './transitions.ts';
import type { SupportRequest } from './types.ts';

/** Whom an act on a request concerned, with the volunteers it asked. */
type Concerned = Performed & { readonly askedIds?: readonly string[] };

type RequestDoor = Door<ActOn, Concerned>;

/** Who acts on the request of the path, in one part. */
export function doerIn(party: Party): RequestDoor['on'] {
  return ({ params, actor, now, fields: { version } }) => ({
    requestId: params.id,
    doer: { personId: actor.personId, party, now },
    version,
  });
}

/** The audit entry of an act: everybody whom it concerned. */
export function aboutRequest({
  requestId,
  requesterId,
  volunteerId,
  askedIds = [],
}: Concerned): ReturnType<RequestDoor['about']> {
  return {
    subjectIds: [requesterId, ...(volunteerId ? [volunteerId] : []), ...askedIds],
    object: { kind: 'spot.request', id: requestId },
  };
}

/** A request as the forms of its pages take it. */
export function shownOf(of: {
  readonly request: SupportRequest;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}): Shown<typeof requestLife.acts> {
  const { request, form, now } = of;
  return { id: request.id, state: request.state, version: request.version, now, form };
}
