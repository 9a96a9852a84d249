import type { Relation } from '../../../platform/permissions.ts';
import { findStory } from '../store/stories.ts';

/** Whoever tells the story; paths name it `:id`. */
export const teller: Relation = {
  name: 'who tells the story',
  holds: async (db, personId, params) => (await findStory(db, params['id'] ?? ''))?.tellerId === personId,
};
