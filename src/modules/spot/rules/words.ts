import type { Category } from '../types.ts';

/** Kinds of help in which people write of health or of children. */
const CONFIDENTIAL: readonly Category[] = ['medical', 'childcare', 'education'];

/**
 * Whether volunteers who are only asked may read what the requester wrote. Health is personal information that needs
 * care (Act on the Protection of Personal Information, article 2 paragraph 3): only the one who goes there reads it.
 */
export function mayShowWordsBeforeConfirmation(category: Category): boolean {
  return !CONFIDENTIAL.includes(category);
}
