import { type Selectable, sql } from 'kysely';
import { freeSlots } from '../../../kits/slots/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { TrustInterviews } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { listCoordinators } from '../../people/index.ts';
import type { Interview, InterviewOutcome, Standing } from '../types.ts';

const whereWords = sealedColumn('trust.interviews.where_words');
const note = sealedColumn('trust.interviews.note');

/** Who may interview somebody: a time that was kept open outlives its host's office, and who is kept apart does not meet. */
export async function interviewersOf(
  db: Database,
  { personId, restrictions }: Pick<Standing, 'personId' | 'restrictions'>,
  now: Temporal.Instant,
): Promise<string[]> {
  const apart = restrictions.flatMap((one) => [one.personId, one.otherPersonId]);
  return (await listCoordinators(db, now)).filter((id) => id !== personId && !apart.includes(id));
}

/** The interviews that lie ahead or wait for their outcome, by person. */
export async function interviewsAhead(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Interview>> {
  const rows = await db
    .selectFrom('trust.interviews')
    .selectAll()
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('outcome', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.person_id, toInterview(db, row)]));
}

/** All interviews with somebody that were not cancelled, the newest first. */
export async function listInterviews(db: Database, personId: string): Promise<Interview[]> {
  const rows = await db
    .selectFrom('trust.interviews')
    .selectAll()
    .where('person_id', '=', personId)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at', 'desc')
    .execute();
  return rows.map((row) => toInterview(db, row));
}

export async function findInterview(db: Database, id: string): Promise<Interview | null> {
  const row = await db
    .selectFrom('trust.interviews')
    .selectAll()
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return row ? toInterview(db, row) : null;
}

export async function insertInterview(
  tx: Tx,
  interview: Pick<Interview, 'id' | 'personId' | 'startsAt' | 'durationMinutes' | 'place' | 'whereWords'> & {
    /** In whose place it comes. */
    readonly before: Pick<Interview, 'seriesId' | 'sequence'> | null;
  },
  by: { personId: string | null; at: Temporal.Instant },
): Promise<void> {
  const { id, before } = interview;
  await tx
    .insertInto('trust.interviews')
    .values({
      id,
      person_id: interview.personId,
      starts_at: interview.startsAt,
      duration_minutes: interview.durationMinutes,
      place: interview.place,
      where_words: whereWords.seal(tx, id, interview.whereWords),
      scheduled_by: by.personId,
      scheduled_at: by.at,
      ...(before && { series_id: before.seriesId, sequence: before.sequence + 1 }),
    })
    .execute();
}

/** Calls off the interview that lies ahead of somebody, and opens its time again. @returns it, if there was one */
export async function cancelInterviewAhead(
  tx: Tx,
  personId: string,
  at: Temporal.Instant,
): Promise<Interview | null> {
  const row = await tx
    .updateTable('trust.interviews')
    .set({ cancelled_at: at })
    .where('person_id', '=', personId)
    .where('outcome', 'is', null)
    .where('cancelled_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row) await freeSlots(tx, [row.id]);
  return row ? toInterview(tx, row) : null;
}

/** With whom interviews are, by their ids. */
export async function personsOfInterviews(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('trust.interviews')
    .select(['id', 'person_id'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.person_id]));
}

export async function updateOutcome(
  tx: Tx,
  id: string,
  outcome: { outcome: InterviewOutcome; note: string; byPersonId: string | null; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('trust.interviews')
    .set({
      outcome: outcome.outcome,
      note: note.seal(tx, id, outcome.note || null),
      outcome_by: outcome.byPersonId,
      outcome_at: outcome.at,
    })
    .where('id', '=', id)
    .execute();
}

function toInterview(db: Database, row: Selectable<TrustInterviews>): Interview {
  return {
    id: row.id,
    personId: row.person_id,
    startsAt: row.starts_at,
    durationMinutes: row.duration_minutes,
    place: row.place,
    whereWords: whereWords.open(db, row.id, row.where_words),
    outcome: row.outcome,
    seriesId: row.series_id ?? row.id,
    sequence: row.sequence,
    note: note.open(db, row.id, row.note),
  };
}
