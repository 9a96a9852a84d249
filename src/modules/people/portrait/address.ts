import { timingSafeEqual } from 'node:crypto';
import { type Database, sealOf } from '../../../platform/database/connect.ts';
import { peoplePaths } from '../paths.ts';
import { dayInJapan } from '../rules.ts';
import { findPortraits } from './store.ts';

/** Who looks, and when. */
interface Looking {
  readonly readerId: string;
  readonly now: Temporal.Instant;
}

/**
 * Where somebody's face is for a reader who is shown their name; whether they are, the caller knows. The address serves this
 * reader alone, until the end of the next day: no route has to know again who meets whom.
 * That the two must not meet since then is asked when it opens.
 * @returns null where they show none
 */
export async function findPortraitAddress(
  db: Database,
  personId: string,
  looking: Looking,
): Promise<string | null> {
  const id = (await findPortraits(db, [personId])).get(personId);
  return id === undefined ? null : peoplePaths.portraitFile({ id, proof: proofOf(db, id, looking) });
}

/** Whether an address was made for this reader, today or yesterday. */
export function isMadeFor(
  db: Database,
  { id, proof }: { readonly id: string; readonly proof: string },
  { readerId, now }: Looking,
): boolean {
  return [now, now.subtract({ hours: 24 })].some((day) => {
    const right = Buffer.from(proofOf(db, id, { readerId, now: day }));
    const told = Buffer.from(proof);
    return told.length === right.length && timingSafeEqual(told, right);
  });
}

function proofOf(db: Database, id: string, { readerId, now }: Looking): string {
  return sealOf(db).digest(`portrait ${id} for ${readerId} on ${dayInJapan(now)}`);
}
