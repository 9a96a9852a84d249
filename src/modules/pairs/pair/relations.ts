import type { Database } from '../../../platform/database/connect.ts';
import type { Relation } from '../../../platform/permissions.ts';
import type { Pair } from '../types.ts';
import { findPair } from './store.ts';

const isWith =
  (isOf: (pair: Pair, personId: string) => boolean) =>
  async (db: Database, personId: string, params: Readonly<Record<string, string>>) => {
    const pair = await findPair(db, params['id'] ?? '');
    return pair !== null && isOf(pair, personId);
  };

/** The volunteer of a pair, asked or in it; paths name the pair `:id`. */
export const volunteerOfPair: Relation = {
  name: 'volunteer of the pair',
  holds: isWith((pair, personId) => pair.volunteerId === personId),
};

/** Its resident, from the moment at which they were asked: of what the volunteer did not wish for they never hear. */
export const residentOfPair: Relation = {
  name: 'resident of the pair',
  holds: isWith((pair, personId) => pair.residentId === personId && pair.offeredAt !== null),
};
