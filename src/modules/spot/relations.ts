import type { Relation } from '../../platform/permissions.ts';
import { isAskedFor, isAssignedTo, isFormerVolunteerOf, isRequesterOf } from './store/ties.ts';

/** The one who asked for help; paths name the request `:id`. */
export const requester: Relation = {
  name: 'requester',
  holds: (db, personId, params) => isRequesterOf(db, personId, params['id'] ?? ''),
};

/** A volunteer whose answer the request waits for; ends with their answer, or when the request is no longer open. */
export const askedVolunteer: Relation = {
  name: 'asked volunteer',
  holds: (db, personId, params) => isAskedFor(db, personId, params['id'] ?? ''),
};

/** The volunteer who has said yes; ends when they step back or are let go, and with the request's texts. */
export const assignedVolunteer: Relation = {
  name: 'assigned volunteer',
  holds: (db, personId, params) => isAssignedTo(db, personId, params['id'] ?? ''),
};

/** A volunteer who had said yes and does not come along any more: told that it is over, and nothing else. */
export const formerVolunteer: Relation = {
  name: 'former volunteer',
  holds: (db, personId, params) => isFormerVolunteerOf(db, personId, params['id'] ?? ''),
};
