import type { Relation } from '../../platform/permissions.ts';
import { findSide } from './months/store/side.ts';

/** One of the two whose pair has begun, also when it is over; paths name the pair `:id`. */
export const partner: Relation = {
  name: 'partner in the pair',
  holds: async (db, personId, params) => (await findSide(db, params['id'] ?? '', personId)) !== null,
};
