import type { Relation } from '../../../platform/permissions.ts';
import { findEvent } from '../store/events.ts';

/** Whoever answers for the event; paths name the event `:id`. */
export const responsible: Relation = {
  name: 'responsible for the event',
  holds: async (db, personId, params) =>
    (await findEvent(db, params['id'] ?? ''))?.responsibleId === personId,
};
