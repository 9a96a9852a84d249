import type { Relation } from '../../../platform/permissions.ts';
import { findMatter } from '../store/matters.ts';

/** Whoever has asked. */
export const asker: Relation = {
  name: 'asker of the consultation',
  async holds(db, personId, params) {
    return (await findMatter(db, params['id'] ?? ''))?.residentId === personId;
  },
};
