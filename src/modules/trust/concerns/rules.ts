import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Concern, ConcernState } from '../types.ts';

export type ConcernAct = 'assess' | 'close';

/** What can be done to a concern; the database refuses everything else. */
const CONCERN_TRANSITIONS: Readonly<
  Record<ConcernAct, { readonly from: readonly ConcernState[]; readonly to: ConcernState }>
> = {
  assess: { from: ['raised'], to: 'assessed' },
  close: { from: ['raised', 'assessed'], to: 'closed' },
};

/** Whether somebody can take a concern on: staff, but never the one it is about. */
export function mayHandle(concern: Concern | null, act: ConcernAct, byPersonId: string): Outcome<Concern> {
  if (!concern || concern.aboutPersonId === byPersonId) return refuse('concern_is_unknown');
  if (CONCERN_TRANSITIONS[act].from.includes(concern.state)) return accept(concern);
  return refuse(concern.state === 'closed' ? 'concern_is_closed' : 'concern_is_assessed');
}

/** The page of the thing a concern came from: `spot.request` and its id is `/spot/requests/<id>`. */
export function pathOfThing(concern: Pick<Concern, 'objectKind' | 'objectId'>): string {
  const [module = '', noun = ''] = concern.objectKind.split('.');
  return `/${module}/${noun}s/${concern.objectId}`;
}
