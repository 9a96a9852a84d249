import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Concern } from '../types.ts';

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
