import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsApplications } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { type Facts, factsSchema } from '../facts.ts';
import { TOGETHER } from '../pair/life.ts';
import type { Application, PairState, Purpose, Side } from '../types.ts';

const facts = sealedColumn('pairs.applications.facts');
const emergencyContact = sealedColumn('pairs.applications.emergency_contact');
const outcomeWords = sealedColumn('pairs.applications.outcome_words');

export interface NewApplication {
  readonly side: Side;
  readonly personId: string;
  /** The others of the household who apply with them. */
  readonly withIds: readonly string[];
  readonly enteredBy: string | null;
  readonly purposes: readonly Purpose[];
  readonly facts: Facts;
  readonly emergencyContact: string | null;
  readonly pledgedAt: Temporal.Instant | null;
  readonly places: 1 | 2 | 3;
  readonly now: Temporal.Instant;
}

/** @throws by `members_once` where one of them is in a current application */
export async function insertApplication(tx: Tx, application: NewApplication): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('pairs.applications')
    .values({
      id,
      side: application.side,
      person_id: application.personId,
      submitted_at: application.now,
      heard_at: application.now,
      entered_by: application.enteredBy,
      purposes: [...application.purposes],
      facts: facts.seal(tx, id, JSON.stringify(application.facts)),
      emergency_contact: emergencyContact.seal(tx, id, application.emergencyContact),
      pledged_at: application.pledgedAt,
    })
    .execute();
  const memberIds = new Set([application.personId, ...application.withIds]);
  await tx
    .insertInto('pairs.members')
    .values([...memberIds].map((personId) => ({ application_id: id, person_id: personId })))
    .execute();
  await setPlaces(tx, id, application.places);
  return id;
}

/** @throws by the key of `held_places` where one that goes is held */
export async function setPlaces(tx: Tx, id: string, places: 1 | 2 | 3): Promise<void> {
  await tx.deleteFrom('pairs.places').where('application_id', '=', id).where('place', '>', places).execute();
  await sql`insert into pairs.places (application_id, place) select ${id}, generate_series(1, ${places}::int)
    on conflict do nothing`.execute(tx);
}

export type ApplicationChanges = Partial<
  Pick<
    Selectable<PairsApplications>,
    | 'state'
    | 'decided_at'
    | 'decided_by'
    | 'pledged_at'
    | 'reduction'
    | 'ready_at'
    | 'paused_at'
    | 'paused_days'
    | 'fallen_through'
    | 'need'
    | 'heard_at'
    | 'asked_whether_at'
    | 'ended_at'
  >
> & {
  readonly purposes?: readonly Purpose[];
  readonly facts?: Facts;
  readonly emergencyContact?: string | null;
  readonly outcomeWords?: string;
};

export async function updateApplication(tx: Tx, id: string, changes: ApplicationChanges): Promise<void> {
  const { facts: said, emergencyContact: contact, outcomeWords: words, purposes, ...columns } = changes;
  await tx
    .updateTable('pairs.applications')
    .set({
      ...columns,
      ...(purposes && { purposes: [...purposes] }),
      ...(said && { facts: facts.seal(tx, id, JSON.stringify(said)) }),
      ...(contact !== undefined && { emergency_contact: emergencyContact.seal(tx, id, contact) }),
      ...(words !== undefined && { outcome_words: outcomeWords.seal(tx, id, words) }),
    })
    .where('id', '=', id)
    .execute();
}

/** Its applicant did something with what became of it: whoever is heard from is not asked whether they still wish to. */
export async function heardFrom(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await updateApplication(tx, id, { heard_at: at, asked_whether_at: null });
}

/** Everybody whom some applications are about. */
export async function membersOf(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.members')
    .select('person_id')
    .where('application_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The applications that somebody is in, whoever of their household applied. */
export async function listApplicationsWith(db: Database, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.members')
    .select('application_id')
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => row.application_id);
}

/** Applications with their members and places; `toApplication` reads a row. */
export function selectApplications(db: Database) {
  return db
    .selectFrom('pairs.applications as a')
    .selectAll('a')
    .select([
      sql<
        string[]
      >`array(select m.person_id from pairs.members m where m.application_id = a.id order by 1)`.as(
        'member_ids',
      ),
      sql<number>`(select count(*)::int from pairs.places p where p.application_id = a.id)`.as('place_count'),
    ]);
}

export type Row = Selectable<PairsApplications> & {
  readonly member_ids: string[];
  readonly place_count: number;
};

export async function findApplication(db: Database, id: string): Promise<Application | null> {
  const row = await selectApplications(db).where('a.id', '=', id).executeTakeFirst();
  return row ? toApplication(db, row) : null;
}

/** With the row locked: whoever acts on it waits for others who do. */
export async function lockApplication(tx: Tx, id: string): Promise<Application | null> {
  const row = await selectApplications(tx).where('a.id', '=', id).forUpdate('a').executeTakeFirst();
  return row ? toApplication(tx, row) : null;
}

/** Somebody's newest application; null when they never applied. */
export async function findNewestApplication(db: Database, personId: string): Promise<Application | null> {
  const row = await selectApplications(db)
    .where('a.person_id', '=', personId)
    .orderBy('a.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toApplication(db, row) : null;
}

/** All that somebody has ever made, the newest first. */
export async function listApplicationsOf(db: Database, personId: string): Promise<Application[]> {
  const rows = await selectApplications(db)
    .where('a.person_id', '=', personId)
    .orderBy('a.submitted_at', 'desc')
    .execute();
  return rows.map((row) => toApplication(db, row));
}

/** The current application in which each of these people is, with whose it is; who is in none is not in the map. */
export async function findCurrentOf(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<Application, 'id' | 'personId' | 'state'>>> {
  const rows = await db
    .selectFrom('pairs.members as m')
    .innerJoin('pairs.applications as a', 'a.id', 'm.application_id')
    .select(['m.person_id as member', 'a.id', 'a.person_id as personId', 'a.state'])
    .where('m.is_current', '=', true)
    .where('m.person_id', 'in', [...personIds])
    .execute();
  return new Map(rows.map(({ member, ...one }) => [member, one]));
}

/** Whether an application is that of the resident of no pair in one of these states. */
export const isResidentInNone = (states: readonly PairState[]) =>
  sql<boolean>`not exists (select from pairs.pairs p
    where p.resident_application_id = a.id and p.state = any(${[...states]}::pairs.pair_state[]))`;

/**
 * Who is in the pool, of a side or of some applications, the longest waiting first: ready, with a free place, and of residents
 * in nothing that is more than a proposal. Of nobody else is opened what lies sealed.
 */
export async function listInPool(db: Database, of: Side | readonly string[]): Promise<Application[]> {
  const rows = await selectApplications(db)
    .where('a.state', '=', 'ready')
    .where(
      typeof of === 'string' ? sql<boolean>`a.side = ${of}` : sql<boolean>`a.id = any(${[...of]}::uuid[])`,
    )
    .where(sql<boolean>`(select count(*) from pairs.places p where p.application_id = a.id)
      > (select count(*) from pairs.held_places h where h.application_id = a.id)`)
    .where(isResidentInNone(TOGETHER))
    .orderBy('a.ready_at')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => toApplication(db, row));
}

export function toApplication(db: Database, row: Row): Application {
  return {
    id: row.id,
    side: row.side,
    personId: row.person_id,
    memberIds: row.member_ids,
    state: row.state,
    version: row.version,
    submittedAt: row.submitted_at,
    enteredBy: row.entered_by,
    purposes: row.purposes as Purpose[],
    facts: facts.read(db, row.id, row.facts, factsSchema) ?? UNREADABLE_FACTS,
    emergencyContact: emergencyContact.open(db, row.id, row.emergency_contact),
    pledgedAt: row.pledged_at,
    reduction: row.reduction,
    outcomeWords: outcomeWords.open(db, row.id, row.outcome_words),
    places: row.place_count,
    readyAt: row.ready_at,
    pausedAt: row.paused_at,
    pausedDays: row.paused_days,
    fallenThrough: row.fallen_through,
    need: row.need as Application['need'],
    heardAt: row.heard_at,
    askedWhetherAt: row.asked_whether_at,
  };
}

/** What is forgotten, or does not open, fits nobody. */
const UNREADABLE_FACTS = factsSchema.parse({ isOnlineOk: false, reachKilometers: 0 });
