import type { Selectable, Updateable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ConsultationsMatters } from '../../../platform/database/generated.ts';
import type { Matter } from '../types.ts';

export const MATTER_COLUMNS = [
  'id',
  'number',
  'resident_id',
  'is_anonymous',
  'field',
  'language',
  'urgency',
  'state',
  'origin',
  'responsible_id',
  'in_danger',
  'is_quiet',
  'answer_by',
  'answered_at',
  'outcome',
  'version',
  'created_at',
  'closed_at',
] as const;

type Row = Pick<Selectable<ConsultationsMatters>, (typeof MATTER_COLUMNS)[number]>;

export const toMatter = (row: Row): Matter => ({
  id: row.id,
  number: row.number,
  residentId: row.resident_id,
  isAnonymous: row.is_anonymous,
  field: row.field,
  language: row.language,
  urgency: row.urgency,
  state: row.state,
  origin: row.origin as Matter['origin'],
  responsibleId: row.responsible_id,
  inDanger: row.in_danger,
  isQuiet: row.is_quiet,
  answerBy: row.answer_by,
  answeredAt: row.answered_at,
  outcome: row.outcome,
  version: row.version,
  createdAt: row.created_at,
  closedAt: row.closed_at,
});

/** @returns null when there is none; with `locked`, rivals wait until the transaction ends */
export async function findMatter(db: Database, id: string, lock?: 'locked'): Promise<Matter | null> {
  const query = db.selectFrom('consultations.matters').select(MATTER_COLUMNS).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toMatter(row) : null;
}

/** What an act writes with its step. */
export type MatterChanges = Omit<Updateable<ConsultationsMatters>, 'id' | 'number' | 'key' | 'version'>;

export async function updateMatter(tx: Tx, id: string, changes: MatterChanges): Promise<void> {
  await tx
    .updateTable('consultations.matters')
    .set((to) => ({ ...changes, version: to('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

interface MatterStep {
  readonly matterId: string;
  readonly act: string;
  readonly from: Matter['state'] | null;
  readonly to: Matter['state'];
  readonly byPerson: string | null;
  readonly at: Temporal.Instant;
}

export async function insertStep(tx: Tx, step: MatterStep): Promise<void> {
  await tx
    .insertInto('consultations.steps')
    .values({
      matter_id: step.matterId,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      by_person: step.byPerson,
      at: step.at,
    })
    .execute();
}
