import type { Relation } from '../../../platform/permissions.ts';
import { isGuardianOf } from './store/guardianships.ts';

/** A guardian who may see what is kept of the child; paths name the child `:id`. */
export const guardian: Relation = {
  name: 'guardian of the child',
  holds: (db, personId, params) => isGuardianOf(db, personId, params['id'] ?? ''),
};
