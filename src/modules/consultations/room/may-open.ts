import type { Database } from '../../../platform/database/connect.ts';
import { findGlass } from '../store/openings.ts';
import type { Matter } from '../types.ts';

/** As what somebody opens a matter that is not their own. */
export type OpensAs = 'keeper' | 'expert' | 'glass';

/**
 * Who opens a matter: the coordinator who is responsible, or somebody who has written down why within the last three hours. No
 * role does by itself, the administrator's neither. An expert has a door of their own, while they are assigned.
 * @returns null for everybody else
 */
export async function opensAs(
  db: Database,
  {
    matter,
    personId,
    now,
  }: { readonly matter: Matter; readonly personId: string; readonly now: Temporal.Instant },
): Promise<OpensAs | null> {
  // Nobody reads as staff what they have asked themselves.
  if (matter.residentId === personId) return null;
  if (matter.responsibleId === personId) return 'keeper';
  return (await findGlass(db, { matterId: matter.id, personId, now })) ? 'glass' : null;
}
