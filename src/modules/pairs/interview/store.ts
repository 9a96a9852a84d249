import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { type Given, sealedAnswers } from '../../../kits/questionnaires/index.ts';
import { freeSlots } from '../../../kits/slots/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsInterviews } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { listCoordinators } from '../../people/index.ts';
import { personsKeptApart } from '../../trust/index.ts';
import type { Application } from '../types.ts';
import type { Interview, InterviewOutcome } from './types.ts';

const whereWords = sealedColumn('pairs.interviews.where_words');
const notes = sealedAnswers('pairs.interviews.notes');

/** Those of an application that were not called off, the newest first. */
export async function listInterviews(db: Database, applicationId: string): Promise<Interview[]> {
  const rows = await db
    .selectFrom('pairs.interviews')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at', 'desc')
    .execute();
  return rows.map((row) => toInterview(db, row));
}

/** The newest of each application that was not called off. */
export async function newestInterviews(
  db: Database,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Interview>> {
  const rows = await db
    .selectFrom('pairs.interviews')
    .selectAll()
    .distinctOn('application_id')
    .where('application_id', '=', sql<string>`any(${[...applicationIds]}::uuid[])`)
    .where('cancelled_at', 'is', null)
    .orderBy('application_id')
    .orderBy('starts_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.application_id, toInterview(db, row)]));
}

/** Of which applications interviews are, by their ids. */
export async function applicationsOfInterviews(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('pairs.interviews')
    .select(['id', 'application_id'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.application_id]));
}

type NewInterview = Pick<
  Interview,
  'applicationId' | 'hostId' | 'startsAt' | 'endsAt' | 'place' | 'whereWords'
> & {
  /** In whose place it comes. */
  readonly before: Pick<Interview, 'seriesId' | 'sequence'> | null;
};

/** @returns its id */
export async function insertInterview(tx: Tx, interview: NewInterview): Promise<string> {
  const id = randomUUID();
  const { before } = interview;
  await tx
    .insertInto('pairs.interviews')
    .values({
      id,
      application_id: interview.applicationId,
      host_id: interview.hostId,
      starts_at: interview.startsAt,
      ends_at: interview.endsAt,
      place: interview.place,
      where_words: whereWords.seal(tx, id, interview.whereWords),
      series_id: before?.seriesId ?? id,
      sequence: before ? before.sequence + 1 : 0,
    })
    .execute();
  return id;
}

/** Calls off the interview that lies ahead, and opens its time again. @returns it, if there was one */
export async function cancelInterviewAhead(
  tx: Tx,
  applicationId: string,
  now: Temporal.Instant,
): Promise<Interview | null> {
  const row = await tx
    .updateTable('pairs.interviews')
    .set({ cancelled_at: now })
    .where('application_id', '=', applicationId)
    .where('outcome', 'is', null)
    .where('cancelled_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row) await freeSlots(tx, [row.id]);
  return row ? toInterview(tx, row) : null;
}

export async function updateOutcome(
  tx: Tx,
  id: string,
  outcome: {
    readonly outcome: InterviewOutcome;
    readonly notes: Given;
    readonly by: string | null;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .updateTable('pairs.interviews')
    .set({
      outcome: outcome.outcome,
      outcome_by: outcome.by,
      outcome_at: outcome.at,
      notes: notes.seal(tx, id, outcome.notes),
    })
    .where('id', '=', id)
    .execute();
}

/** So many are told of times at once; there are never as many at once. */
const MOST_TOLD = 1000;

/** Applicants who have no interview yet, or need another: the longest waiting first. */
export async function waitingForInterview(db: Database): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select a.person_id as "personId" from pairs.applications a
    where a.state = 'submitted' and not exists (
      select from pairs.interviews i where i.application_id = a.id and i.cancelled_at is null
        and (i.outcome is null or i.outcome in ('fits', 'does_not_fit')))
    order by a.submitted_at limit ${MOST_TOLD}`.execute(db);
  return rows.map(({ personId }) => personId);
}

/** Who may interview: a time outlives its host's office, and neither oneself nor who is kept apart is met. */
export async function interviewersOf(
  db: Database,
  { memberIds }: Pick<Application, 'memberIds'>,
  now: Temporal.Instant,
): Promise<string[]> {
  const hosts = (await listCoordinators(db, now)).filter((id) => !memberIds.includes(id));
  const apart = new Set(
    (await Promise.all(memberIds.map((id) => personsKeptApart(db, id)))).flatMap((ids) => [...ids]),
  );
  return hosts.filter((id) => !apart.has(id));
}

function toInterview(db: Database, row: Selectable<PairsInterviews>): Interview {
  return {
    id: row.id,
    applicationId: row.application_id,
    hostId: row.host_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place as Interview['place'],
    whereWords: whereWords.open(db, row.id, row.where_words),
    seriesId: row.series_id,
    sequence: row.sequence,
    outcome: row.outcome,
    notes: row.notes && notes.open(db, row.id, row.notes),
  };
}
