import type { Database } from '../../../platform/database/connect.ts';
import { findGuidesInOrder, type Narrowed } from '../store/guides.ts';
import { findByWords } from '../store/terms.ts';
import type { Guide } from '../types.ts';
import { askedIn, askedInPairs } from './asked.ts';

/** Of so many that are found one reads on the first page; whoever finds more says more. */
export const MOST_FOUND = 30;
/** Of the pairs of a long run, so many must be there. */
const SHARE_OF_PAIRS = 0.3;

/**
 * Guides by words in whatever script: those that have all of them, else those that have most. Nothing typed finds nothing.
 */
export async function searchGuides(db: Database, typed: string, narrowed: Narrowed): Promise<Guide[]> {
  const words = askedIn(typed);
  if (words.length === 0) return [];
  const whole = await findByWords(db, { words, atLeast: words.length, narrowed }, MOST_FOUND);
  if (whole.length > 0) return findGuidesInOrder(db, whole);
  const pairs = askedInPairs(typed);
  const atLeast = Math.max(1, Math.ceil(pairs.length * SHARE_OF_PAIRS));
  return findGuidesInOrder(db, await findByWords(db, { words: pairs, atLeast, narrowed }, MOST_FOUND));
}
