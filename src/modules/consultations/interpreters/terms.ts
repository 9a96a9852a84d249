import type { Field } from '../types.ts';
import words from './terms.json' with { type: 'json' };

/** A word of a field as it is said in Japanese offices, how it is read, and in English. */
export interface Term {
  readonly japanese: string;
  readonly reading: string;
  readonly english: string;
}

/** What an interpreter prepares with: the words of a field, and nothing of what anybody has asked. */
export const termsOf = (field: Field): readonly Term[] => words[field];
