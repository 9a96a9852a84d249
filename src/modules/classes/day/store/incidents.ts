import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { ClassesIncidents } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';

export const INCIDENT_KINDS = [
  'injury',
  'illness',
  'missing',
  'quarrel',
  'handover',
  'near_miss',
  'other',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Something that went wrong on a day. */
export interface Incident {
  readonly id: string;
  readonly sessionId: string;
  /** Null where it is about nobody in particular. */
  readonly childId: string | null;
  readonly kind: IncidentKind;
  readonly happenedAt: Temporal.Instant;
  readonly reportedBy: string;
  readonly reportedAt: Temporal.Instant;
  /** When somebody has spoken with the family. */
  readonly toldAt: Temporal.Instant | null;
  readonly toldBy: string | null;
  readonly closedAt: Temporal.Instant | null;
}

/** A line of what happened and what was done, as somebody who was there wrote it. */
export interface IncidentLine {
  readonly said: string;
  readonly wasAt: Temporal.Instant;
  readonly writtenBy: string;
  readonly writtenAt: Temporal.Instant;
}

const said = sealedColumn('classes.incident_lines.said');
const MOST = 50;
const MOST_LINES = 200;

export async function insertIncident(
  tx: Tx,
  incident: Pick<Incident, 'sessionId' | 'childId' | 'kind' | 'happenedAt' | 'reportedBy' | 'reportedAt'>,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('classes.incidents')
    .values({
      id,
      session_id: incident.sessionId,
      child_id: incident.childId,
      kind: incident.kind,
      happened_at: incident.happenedAt,
      reported_by: incident.reportedBy,
      reported_at: incident.reportedAt,
    })
    .execute();
  return id;
}

export async function insertLine(tx: Tx, incidentId: string, line: IncidentLine): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('classes.incident_lines')
    .values({
      id,
      incident_id: incidentId,
      said: said.seal(tx, id, line.said),
      was_at: line.wasAt,
      written_by: line.writtenBy,
      written_at: line.writtenAt,
    })
    .execute();
}

/** In the order in which it was, whenever it was written. */
export async function listLines(db: Database, incidentId: string): Promise<IncidentLine[]> {
  const rows = await db
    .selectFrom('classes.incident_lines')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('was_at')
    .orderBy('written_at')
    .limit(MOST_LINES)
    .execute();
  return rows.map((row) => ({
    said: said.open(db, row.id, row.said),
    wasAt: row.was_at,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }));
}

/** With `locked`, who writes or closes it at the same moment waits. */
export async function findIncident(
  db: Database,
  { sessionId, id }: { readonly sessionId: string; readonly id: string },
  lock?: 'locked',
): Promise<Incident | null> {
  const query = db
    .selectFrom('classes.incidents')
    .selectAll()
    .where('id', '=', id)
    .where('session_id', '=', sessionId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toIncident(row) : null;
}

export async function listIncidents(db: Database, sessionId: string): Promise<Incident[]> {
  const rows = await db
    .selectFrom('classes.incidents')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('reported_at')
    .limit(MOST)
    .execute();
  return rows.map(toIncident);
}

export async function listIncidentsOf(db: Database, childId: string): Promise<Incident[]> {
  const rows = await db
    .selectFrom('classes.incidents')
    .selectAll()
    .where('child_id', '=', childId)
    .orderBy('happened_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(toIncident);
}

interface Done {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** The first who has spoken with the family stays. */
export async function markTold(tx: Tx, id: string, { by, now }: Done): Promise<void> {
  await tx
    .updateTable('classes.incidents')
    .set({ told_at: now, told_by: by })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .execute();
}

export async function markClosed(tx: Tx, id: string, { by, now }: Done): Promise<void> {
  await tx
    .updateTable('classes.incidents')
    .set({ closed_at: now, closed_by: by })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

function toIncident(row: Selectable<ClassesIncidents>): Incident {
  return {
    id: row.id,
    sessionId: row.session_id,
    childId: row.child_id,
    kind: row.kind,
    happenedAt: row.happened_at,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at,
    toldAt: row.told_at,
    toldBy: row.told_by,
    closedAt: row.closed_at,
  };
}
