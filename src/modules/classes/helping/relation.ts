import type { Relation } from '../../../platform/permissions.ts';
import { findCommitment } from '../store/commitments.ts';

/** Whoever was asked; paths name the commitment `:id`. */
export const askedTutor: Relation = {
  name: 'asked tutor',
  holds: async (db, personId, params) =>
    (await findCommitment(db, params['id'] ?? ''))?.personId === personId,
};
