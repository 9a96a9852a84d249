import { type Selectable, sql, type Updateable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ClassesCommitments } from '../../../platform/database/generated.ts';
import type { Candidate } from '../helping/rules/restore.ts';
import type { Commitment } from '../types.ts';

export async function insertCommitment(
  tx: Tx,
  asked: Pick<Commitment, 'sessionId' | 'personId' | 'role' | 'answerBy'> & {
    readonly endsAt: Temporal.Instant;
  },
  now: Temporal.Instant,
): Promise<Commitment | null> {
  const row = await tx
    .insertInto('classes.commitments')
    .values({
      session_id: asked.sessionId,
      person_id: asked.personId,
      role: asked.role,
      answer_by: asked.answerBy,
      asked_at: now,
      ends_at: asked.endsAt,
    })
    // Asked once for a day, whoever asks.
    .onConflict((on) => on.constraint('commitments_once').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? toCommitment(row) : null;
}

export async function updateCommitment(
  tx: Tx,
  id: string,
  changes: Updateable<ClassesCommitments>,
): Promise<void> {
  await tx.updateTable('classes.commitments').set(changes).where('id', '=', id).execute();
}

export async function findCommitment(db: Database, id: string): Promise<Commitment | null> {
  const row = await db.selectFrom('classes.commitments').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toCommitment(row) : null;
}

/** Nobody asks more than a whole room of adults for one day. */
const ASKED_A_SESSION = 200;

/** All who were asked for some days, by day; the earliest asked first. */
export async function listCommitments(db: Database, sessionIds: readonly string[]): Promise<Commitment[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .selectFrom('classes.commitments')
    .selectAll()
    .where('session_id', 'in', sessionIds)
    .orderBy('session_id')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(ASKED_A_SESSION * sessionIds.length)
    .execute();
  return rows.map(toCommitment);
}

/** When their day is over, of all who were asked for it. */
export async function moveCommitments(tx: Tx, sessionId: string, endsAt: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('classes.commitments')
    .set({ ends_at: endsAt })
    .where('session_id', '=', sessionId)
    .execute();
}

/** What somebody was asked for that is not over, the nearest day first. */
export async function listCommitmentsAhead(
  db: Database,
  personId: string,
  now: Temporal.Instant,
): Promise<Commitment[]> {
  const rows = await db
    .selectFrom('classes.commitments as c')
    .innerJoin('classes.sessions as s', 's.id', 'c.session_id')
    .selectAll('c')
    .where('c.person_id', '=', personId)
    .where('c.ends_at', '>', now)
    .where('s.state', 'in', ['planned', 'open', 'under_way'])
    .orderBy('c.ends_at')
    .limit(50)
    .execute();
  return rows.map(toCommitment);
}

/** Days that somebody was to come to and that do not take place, until each is over. */
export async function listCalledOff(
  db: Database,
  personId: string,
  now: Temporal.Instant,
): Promise<Commitment[]> {
  const rows = await db
    .selectFrom('classes.commitments as c')
    .innerJoin('classes.sessions as s', 's.id', 'c.session_id')
    .selectAll('c')
    .where('c.person_id', '=', personId)
    .where('c.ends_at', '>', now)
    .where('c.state', 'in', ['yes', 'asked'])
    .where('s.state', '=', 'cancelled')
    .orderBy('c.ends_at')
    .limit(50)
    .execute();
  return rows.map(toCommitment);
}

/** Unanswered when their time is over. */
export async function listUnanswered(db: Database, now: Temporal.Instant, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('classes.commitments')
    .select('id')
    .where('state', '=', 'asked')
    .where('answer_by', '<=', now)
    .orderBy('answer_by')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of a day, whose vetting is not as it was found: written so. @returns how many */
export async function writeVetted(tx: Tx, sessionId: string, vetted: ReadonlySet<string>): Promise<number> {
  const ids = [...vetted];
  const done = await sql`
    update classes.commitments set is_vetted = (person_id = any(${ids}::uuid[]))
    where session_id = ${sessionId}::uuid and is_vetted is distinct from (person_id = any(${ids}::uuid[]))`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}

/** Who of those who said yes were there. @param came ids of commitments */
export async function markCame(tx: Tx, sessionId: string, came: readonly string[]): Promise<void> {
  await sql`
    update classes.commitments set came = (id = any(${[...came]}::uuid[]))
    where session_id = ${sessionId}::uuid and state = 'yes'`.execute(tx);
}

/** People judged at once: more vetted adults than this no class of a neighborhood has. */
const CANDIDATES = 200;
const LATELY_DAYS = 60;

/** Who of these could be asked for a day: whoever came before first, each as what they came last. */
export async function listCandidates(
  db: Database,
  sessionId: string,
  { personIds, now }: { readonly personIds: readonly string[]; readonly now: Temporal.Instant },
): Promise<Candidate[]> {
  const since = now.subtract({ hours: LATELY_DAYS * 24 });
  const found = await sql<Candidate>`
    select p.id as "personId", coalesce(l.role, 'tutor') as role, h.state, coalesce(l.days, 0)::integer as "recentDays"
    from unnest(${[...personIds]}::uuid[]) as p(id)
    left join lateral (
      select (array_agg(c.role order by c.ends_at desc))[1] as role,
        count(*) filter (where c.ends_at > ${since}::timestamptz) as days
      from classes.commitments c where c.person_id = p.id and c.state = 'yes'
    ) l on true
    left join classes.commitments h on h.person_id = p.id and h.session_id = ${sessionId}::uuid
    order by (l.role is null), p.id limit ${CANDIDATES}`.execute(db);
  return found.rows;
}

function toCommitment(row: Selectable<ClassesCommitments>): Commitment {
  return {
    id: row.id,
    sessionId: row.session_id,
    personId: row.person_id,
    role: row.role,
    state: row.state,
    isVetted: row.is_vetted,
    answerBy: row.answer_by,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    came: row.came,
  };
}

const atClass = (db: Database, sessionId: string) =>
  db
    .selectFrom('classes.commitments')
    .select('person_id')
    .where('session_id', '=', sessionId)
    .where('state', '=', 'yes')
    .where('is_vetted', '=', true);

/** Whether somebody who is vetted has said yes to a day. */
export async function isAtClass(db: Database, personId: string, sessionId: string): Promise<boolean> {
  return (await atClass(db, sessionId).where('person_id', '=', personId).executeTakeFirst()) !== undefined;
}

/** Everybody of whom that is so. */
export async function listAtClass(db: Database, sessionId: string): Promise<string[]> {
  return (await atClass(db, sessionId).execute()).map(({ person_id }) => person_id);
}
