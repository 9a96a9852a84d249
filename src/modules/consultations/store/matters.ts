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

const MOST_OF_ONE = 50;

/** What somebody has asked, the newest first. */
export async function listMattersOf(db: Database, residentId: string): Promise<Matter[]> {
  const rows = await db
    .selectFrom('consultations.matters')
    .select(MATTER_COLUMNS)
    .where('resident_id', '=', residentId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
  return rows.map(toMatter);
}

const MOST_AT_ONCE = 200;

/** Matters that nobody has answered by the promised time, and of which nobody was told yet. */
export function listBroken(
  db: Database,
  now: Temporal.Instant,
): Promise<readonly { readonly id: string; readonly residentId: string }[]> {
  return db
    .selectFrom('consultations.matters')
    .select(['id', 'resident_id as residentId'])
    .where('answered_at', 'is', null)
    .where('late_told_at', 'is', null)
    .where('state', '<>', 'closed')
    .where('answer_by', '<', now)
    .orderBy('answer_by')
    .limit(MOST_AT_ONCE)
    .execute();
}

/** @returns whether nobody else has told it meanwhile, and it is still so */
export async function markLateTold(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .updateTable('consultations.matters')
    .set({ late_told_at: now })
    .where('id', '=', id)
    .where('late_told_at', 'is', null)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether nothing may go out to somebody: one of their matters says so while it is open. */
export async function isQuietFor(db: Database, residentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('consultations.matters')
    .select('id')
    .where('resident_id', '=', residentId)
    .where('is_quiet', '=', true)
    .where('state', '<>', 'closed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
