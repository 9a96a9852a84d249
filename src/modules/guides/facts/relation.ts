import type { Relation } from '../../../platform/permissions.ts';
import { findCheck } from '../store/checks.ts';

/** The volunteer who was asked whether a fact is still so; paths name the check `:id`. */
export const askedToCheck: Relation = {
  name: 'volunteer asked to check',
  holds: async (db, personId, params) => (await findCheck(db, params['id'] ?? ''))?.volunteerId === personId,
};
