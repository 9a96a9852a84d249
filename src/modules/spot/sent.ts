import type { Door } from '../../kits/acts/index.ts';
import type { ActOn, Performed } from './perform.ts';
import type { Party } from './transitions.ts';

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
