import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { listKnown } from '../store/door.ts';
import {
  findIncident,
  type Incident,
  type IncidentKind,
  insertIncident,
  insertLine,
  markClosed,
  markTold,
} from '../store/incidents.ts';

interface Writing {
  readonly sessionId: string;
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** What somebody who was there writes first: the family of the child hears of it at once. */
export async function reportIncident(
  tx: Tx,
  { sessionId, by, now }: Writing,
  told: {
    readonly kind: IncidentKind;
    readonly childId: string | null;
    readonly happenedAt: Temporal.Instant;
    readonly said: string;
  },
): Promise<Outcome<string>> {
  const { kind, childId, happenedAt, said } = told;
  if (childId !== null && !(await listKnown(tx, sessionId, [childId])).has(childId))
    return refuse('child_is_elsewhere', undefined, 'child');
  const id = await insertIncident(tx, {
    ...{ sessionId, childId, kind, happenedAt },
    ...{ reportedBy: by, reportedAt: now },
  });
  await insertLine(tx, id, { said, wasAt: happenedAt, writtenBy: by, writtenAt: now });
  await publish(tx, {
    type: 'classes.incident.reported',
    ids: { sessionId, incidentId: id, byPersonId: by, ...(childId !== null && { childId }) },
    live: ['desk'],
  });
  return accept(id);
}

const whereOpen = async (tx: Tx, { sessionId }: Writing, id: string): Promise<Outcome<Incident>> => {
  const incident = await findIncident(tx, { sessionId, id }, 'locked');
  if (!incident) return refuse('incident_is_unknown');
  return incident.closedAt ? refuse('incident_is_closed') : accept(incident);
};

/** Another line: what was written before stays as it is. */
export async function addLine(
  tx: Tx,
  on: Writing,
  line: { readonly incidentId: string; readonly said: string; readonly wasAt: Temporal.Instant },
): Promise<Outcome<Incident>> {
  const open = await whereOpen(tx, on, line.incidentId);
  if (open.ok)
    await insertLine(tx, line.incidentId, {
      ...{ said: line.said, wasAt: line.wasAt },
      ...{ writtenBy: on.by, writtenAt: on.now },
    });
  return open;
}

/** Somebody has spoken with the family. */
export async function tellFamily(tx: Tx, on: Writing, incidentId: string): Promise<Outcome<Incident>> {
  const open = await whereOpen(tx, on, incidentId);
  if (open.ok) await markTold(tx, incidentId, on);
  return open;
}

/** Nothing more is to be done. Never before the family knows. */
export async function closeIncident(tx: Tx, on: Writing, incidentId: string): Promise<Outcome<Incident>> {
  const open = await whereOpen(tx, on, incidentId);
  if (!open.ok) return open;
  if (open.value.childId !== null && open.value.toldAt === null) return refuse('family_is_told_first');
  await markClosed(tx, incidentId, on);
  return open;
}
