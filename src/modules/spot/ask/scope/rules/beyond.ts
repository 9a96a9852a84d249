import { patternsOf, subjectsOf } from '../../../../../platform/languages/words-of.ts';
import beyondWords from './beyond-words.json' with { type: 'json' };

/**
 * What a volunteer does not do, whatever is asked for. After the rules of comparable programs (Tottori, OFIX, Kagawa, Okayama); advice on
 * law and residence for whoever pays is a lawyer's or an administrative scrivener's (弁護士法72条, 行政書士法19条).
 */
export const BEYOND = ['law', 'residence', 'treatment', 'guarantor', 'money', 'child_alone'] as const;
export type Beyond = (typeof BEYOND)[number];

const patterns = patternsOf<Beyond>(beyondWords);

/**
 * What a request speaks of that is not for a neighbor, in any of our four languages. Finds too much rather than too
 * little: it leads to another door and closes none, since only the person knows what they meant.
 */
export const findBeyond = (...texts: readonly (string | null)[]): Beyond[] => {
  const found = subjectsOf(texts.filter((one) => one !== null).join('\n'), patterns);
  return BEYOND.filter((one) => found.includes(one));
};

/** The field of a consultation that each is asked in, as consultations name it. */
export const FIELD_OF: Readonly<Record<Beyond, string>> = {
  law: 'law',
  residence: 'residence',
  treatment: 'medical',
  guarantor: 'housing',
  money: 'money',
  child_alone: 'child_rearing',
};
