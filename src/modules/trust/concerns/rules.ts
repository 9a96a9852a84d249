import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Concern, ConcernState } from '../types.ts';

export type ConcernAct = 'assess' | 'close';

/** What can be done to a concern; the database refuses everything else. */
const CONCERN_TRANSITIONS: Readonly<
  Record<ConcernAct, { readonly from: readonly ConcernState[]; readonly to: ConcernState }>
> = {
  assess: { from: ['raised'], to: 'assessed' },
  // What nobody has looked into is not closed.
  close: { from: ['assessed'], to: 'closed' },
};

/** Whether somebody can take a concern on: staff, but never the one it is about. */
export function mayHandle(concern: Concern | null, act: ConcernAct, byPersonId: string): Outcome<Concern> {
  if (!concern || concern.aboutPersonId === byPersonId) return refuse('concern_is_unknown');
  if (CONCERN_TRANSITIONS[act].from.includes(concern.state)) return accept(concern);
  if (concern.state === 'closed') return refuse('concern_is_closed');
  return act === 'assess' ? refuse('concern_is_assessed') : refuse('assess_first', {}, 'closing');
}

/** The fewest characters in which somebody can say what they found out or did. */
export const LEAST_WORDS = 20;

/** Whether words say enough for whoever reads the concern later. @param field the form's field, which the refusal names */
export function mayRecord(words: string, field: 'assessment' | 'closing'): Outcome<null> {
  const isEnough = [...words.trim()].length >= LEAST_WORDS;
  return isEnough ? accept(null) : refuse(`${field}_is_too_short`, { least: LEAST_WORDS }, field);
}

/** The page of the thing a concern came from: `spot.request` and its id is `/spot/requests/<id>`. */
export function pathOfThing(concern: Pick<Concern, 'objectKind' | 'objectId'>): string {
  if (concern.objectKind === 'people.person') return `/trust/people/${concern.objectId}`;
  const [module = '', noun = ''] = concern.objectKind.split('.');
  return `/${module}/${noun}s/${concern.objectId}`;
}
