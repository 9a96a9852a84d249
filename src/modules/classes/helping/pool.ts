import type { Database } from '../../../platform/database/connect.ts';
import { dayInJapan, listPersonIdsWithRole } from '../../people/index.ts';
import { approvedForIds } from '../../trust/index.ts';
import { listCandidates } from '../store/commitments.ts';
import { listSeats } from '../store/seats.ts';
import type { Commitment, Session } from '../types.ts';
import { type Restoring, rankRestoring } from './rules/restore.ts';

/**
 * Who of some people may be near children on a session's day: as trust knows it now, looked at for that moment. What runs
 * out before the day does not count; what is lifted by then does.
 */
export function vettedOf(
  db: Database,
  { startsAt }: Pick<Session, 'startsAt'>,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return approvedForIds(db, 'classes', personIds, startsAt);
}

export interface Pool {
  /** Children who want a seat, with one or without. */
  readonly wanted: number;
  /** Whose yes would restore most seats, best first. */
  readonly ranked: readonly Restoring[];
  readonly candidates: Parameters<typeof rankRestoring>[1];
}

/** Everybody who teaches and is vetted for the day, in the order in which their yes would restore seats. */
export async function findPool(
  db: Database,
  session: Session,
  { commitments, now }: { readonly commitments: readonly Commitment[]; readonly now: Temporal.Instant },
): Promise<Pool> {
  const tutors = await listPersonIdsWithRole(db, 'tutor', dayInJapan(now));
  const personIds = [...(await vettedOf(db, session, tutors))];
  const candidates = await listCandidates(db, session.id, { personIds, now });
  const wanted = (await listSeats(db, session.id)).length;
  return {
    wanted,
    candidates,
    ranked: rankRestoring({ room: session.room, commitments, wanted }, candidates),
  };
}
