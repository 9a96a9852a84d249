import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** The fewest characters in which somebody can say what they found out or did. */
export const LEAST_WORDS = 20;

/** Whether words say enough for whoever reads the concern later. @param field the form's field, which the refusal names */
export function mayRecord(words: string, field: 'assessment' | 'closing'): Outcome<null> {
  const isEnough = [...words.trim()].length >= LEAST_WORDS;
  return isEnough ? accept(null) : refuse(`${field}_is_too_short`, { least: LEAST_WORDS }, field);
}
