import type { Relation } from '../../../platform/permissions.ts';
import { isAtClass } from '../store/commitments.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whoever teaches or helps on a day, vetted and having said yes; paths name the day `:id`. */
export const atClass: Relation = {
  name: 'vetted adult of the class',
  holds: async (db, personId, { id = '' }) => UUID.test(id) && (await isAtClass(db, personId, id)),
};
