import type { Database } from '../../../platform/database/connect.ts';
import { findAvailability } from '../availability/store.ts';
import { listHousehold } from '../household/store.ts';
import { listLanguages } from '../languages/store.ts';
import { findPerson } from '../persons/store.ts';
import { findChannels } from '../profile/store.ts';
import { listRoles } from '../roles/store.ts';
import type {
  Availability,
  HeldRole,
  HouseholdMember,
  LanguageSkill,
  OtherChannel,
  Person,
} from '../types.ts';

/** A person with everything they say of themselves, for staff. */
export interface WholeRecord {
  readonly person: Person;
  readonly channels: Readonly<Partial<Record<OtherChannel, string>>>;
  readonly roles: readonly HeldRole[];
  readonly languages: readonly LanguageSkill[];
  readonly household: readonly HouseholdMember[];
  readonly availability: Availability;
}

/**
 * Reads all of a person; the caller records who saw it.
 * @param on exceptions and pauses that are over by this day are left out
 * @returns null for somebody who doesn't exist
 */
export async function findWholeRecord(
  db: Database,
  id: string,
  on: Temporal.PlainDate,
): Promise<WholeRecord | null> {
  const person = await findPerson(db, id);
  if (!person) return null;
  return {
    person,
    channels: await findChannels(db, id),
    roles: await listRoles(db, id),
    languages: await listLanguages(db, id),
    household: await listHousehold(db, id),
    availability: await findAvailability(db, id, on),
  };
}
