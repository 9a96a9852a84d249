import type { Database } from '../../../../platform/database/connect.ts';

const stillHere = (db: Database) =>
  db
    .selectFrom('classes.presence as p')
    .innerJoin('classes.sessions as s', 's.id', 'p.session_id')
    .select(['p.session_id', 'p.child_id'])
    .where('p.came_at', 'is not', null)
    .where('p.gone_at', 'is', null);

/** Families are told within so many hours; what was never written down is no child who still waits. */
const LOOKED_BACK = { hours: 12 };

/** Who is still here although their class was over at `lateFrom`, as the log says. */
export async function listNotFetched(
  db: Database,
  { lateFrom, now }: { readonly lateFrom: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<{ sessionId: string; childId: string }[]> {
  const rows = await stillHere(db)
    .where('s.ends_at', '<=', lateFrom)
    .where('s.ends_at', '>', now.subtract(LOOKED_BACK))
    .where('s.state', 'in', ['open', 'under_way', 'over', 'cancelled'])
    .orderBy('s.starts_at')
    .orderBy('p.child_id')
    .limit(200)
    .execute();
  return rows.flatMap(({ session_id: sessionId, child_id: childId }) =>
    sessionId && childId ? [{ sessionId, childId }] : [],
  );
}

/** Whether a child is still in a class. */
export async function isStillHere(db: Database, childId: string): Promise<boolean> {
  return (await stillHere(db).where('p.child_id', '=', childId).executeTakeFirst()) !== undefined;
}

/** Whether somebody is still in a class. */
export async function isStillOpen(db: Database, sessionId: string): Promise<boolean> {
  return (await stillHere(db).where('p.session_id', '=', sessionId).executeTakeFirst()) !== undefined;
}

/** Hand-overs of a time to somebody who was on no list: the figure that must be 0. */
export async function countUnlisted(
  db: Database,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<number> {
  const row = await db
    .selectFrom('classes.presence as p')
    .innerJoin('classes.sessions as s', 's.id', 'p.session_id')
    .select((is) => is.fn.sum<string>('p.unlisted').as('unlisted'))
    .where('s.starts_at', '>=', from)
    .where('s.starts_at', '<', until)
    .executeTakeFirst();
  return Number(row?.unlisted ?? 0);
}
