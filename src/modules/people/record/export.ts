import { listEntriesToldTo } from '../../../platform/audit/read.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { findAvailability } from '../availability/store.ts';
import { listHousehold } from '../household/store.ts';
import { listLanguages } from '../languages/store.ts';
import { findChannels } from '../profile/store.ts';
import { listRoles } from '../roles/store.ts';
import { listSharedFields } from '../sharing/store.ts';
import type { Person } from '../types.ts';

const FIRST_DAY = Temporal.PlainDate.from('1970-01-01');
const MOST_ENTRIES = 1000;

/**
 * All that this module knows of somebody, for themselves: plain data that a machine can read elsewhere. Who looked at
 * their record is told by role, not by name. Other modules add what they know.
 */
export async function exportOwnData(db: Database, person: Person) {
  const { id } = person;
  return {
    person,
    contact_channels: await findChannels(db, id),
    roles: await listRoles(db, id),
    languages: await listLanguages(db, id),
    household: await listHousehold(db, id),
    availability: await findAvailability(db, id, FIRST_DAY),
    shared_fields: [...(await listSharedFields(db, id))],
    record: (await listEntriesToldTo(db, id, undefined, MOST_ENTRIES)).map(
      ({ at, actorRole, action, outcome }) => ({
        at,
        by_role: actorRole,
        action,
        outcome,
      }),
    ),
  };
}
