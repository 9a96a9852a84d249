import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { type Database, readInstant, type Tx } from '../../../platform/database/connect.ts';
import type { PeopleStaffActs } from '../../../platform/database/generated.ts';
import { type Question, standingQuestion } from '../../../platform/database/questions.ts';
import { type Role, STAFF_ROLES } from '../../../platform/permissions.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { listOpenHolders, openHolders } from '../roles/store.ts';
import { maySee, type StaffAct, type StaffActKind, WAITS_DAYS } from './rules.ts';

const OFFICES: readonly Role[] = ['administrator', 'coordinator'];

const reasonWords = sealedColumn('people.staff_acts.reason');

/** Whether somebody holds an office: what is done against them takes two. */
export async function isStaff(db: Database, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('people.roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', 'in', STAFF_ROLES)
    .where('until_on', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The coordinators and administrators who may come in: they agree to what another one has proposed, and a proposal falls
 * with whoever made it.
 */
export function listOfficeHolders(db: Database): Promise<string[]> {
  return listOpenHolders(db, OFFICES);
}

/**
 * What waits no longer, since its time is over or its proposer is no longer in office, makes room for the same anew.
 * @returns null when the same waits already: proposed by another one or, of somebody about themselves, by them
 */
export async function insertStaffAct(
  tx: Tx,
  act: Omit<StaffAct, 'id' | 'reason'> & { reason: string },
): Promise<string | null> {
  const id = randomUUID();
  const holders = await listOfficeHolders(tx);
  await tx
    .updateTable('people.staff_acts')
    .set({ state: 'expired', decided_at: act.proposedAt })
    .where('person_id', '=', act.personId)
    .where('state', '=', 'open')
    .where((is) =>
      is.or([
        is('proposed_at', '<=', act.proposedAt.subtract({ hours: 24 * WAITS_DAYS })),
        is('proposed_by', 'not in', holders),
      ]),
    )
    .execute();
  const row = await tx
    .insertInto('people.staff_acts')
    .values({
      id,
      kind: act.kind,
      person_id: act.personId,
      detail: act.detail,
      reason: reasonWords.seal(tx, id, act.reason),
      proposed_by: act.proposedBy,
      proposed_at: act.proposedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** When what waits at an instant and somebody may see was proposed, the oldest first; see `maySee`. */
export function visibleStaffActs(
  readerId: string,
  now: Temporal.Instant,
): Question<readonly Temporal.Instant[]> {
  return visible({ readerId, since: now.subtract({ hours: 24 * WAITS_DAYS }) });
}

interface Looking {
  readonly readerId: string;
  readonly since: Temporal.Instant;
}
type Proposed = Pick<StaffAct, 'personId' | 'proposedBy' | 'proposedAt'> & {
  readonly holders: readonly string[];
};

const visible = standingQuestion<Looking, Proposed, readonly Temporal.Instant[]>(
  ({ since }) => sql`
    select person_id as "personId", proposed_by as "proposedBy", proposed_at as "proposedAt",
      array(${openHolders(OFFICES)}) as holders
    from people.staff_acts
    where state = 'open' and proposed_at > ${since}
    order by proposed_at limit 100`,
  (rows, { readerId }) =>
    rows.filter((row) => maySee(row, readerId, row.holders)).map((row) => readInstant(row.proposedAt)),
);

/** What waits at an instant, the oldest first; at most 100. */
export async function listWaitingStaffActs(db: Database, now: Temporal.Instant): Promise<StaffAct[]> {
  const rows = await db
    .selectFrom('people.staff_acts')
    .selectAll()
    .where('state', '=', 'open')
    .where('proposed_at', '>', now.subtract({ hours: 24 * WAITS_DAYS }))
    .orderBy('proposed_at')
    .limit(100)
    .execute();
  return rows.map((row) => toStaffAct(db, row));
}

/** Of what waits, what somebody may see, the oldest first; see `maySee`. */
export async function listVisibleStaffActs(
  db: Database,
  readerId: string,
  now: Temporal.Instant,
): Promise<StaffAct[]> {
  const acts = await listWaitingStaffActs(db, now);
  if (acts.length === 0) return [];
  const holders = await listOfficeHolders(db);
  return acts.filter((act) => maySee(act, readerId, holders));
}

/** The proposal, if it is still open; rivals wait for each other. */
export async function lockStaffAct(tx: Tx, id: string): Promise<StaffAct | null> {
  const row = await tx
    .selectFrom('people.staff_acts')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();
  return row ? toStaffAct(tx, row) : null;
}

/** Ends a proposal's waiting. @param decided.by nobody: the program */
export async function markDecided(
  tx: Tx,
  id: string,
  decided: { state: 'carried_out' | 'declined' | 'withdrawn'; by: string | null; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('people.staff_acts')
    .set({ state: decided.state, decided_by: decided.by, decided_at: decided.at })
    .where('id', '=', id)
    .execute();
}

/** Ends the waiting of what is the same as a proposal that is carried out: once is enough. */
export async function endTwins(tx: Tx, act: StaffAct, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('people.staff_acts')
    .set({ state: 'expired', decided_at: at })
    .where('person_id', '=', act.personId)
    .where('kind', '=', act.kind)
    .where('detail', '=', act.detail)
    .where('state', '=', 'open')
    .where('id', '!=', act.id)
    .execute();
}

function toStaffAct(db: Database, row: Selectable<PeopleStaffActs>): StaffAct {
  return {
    id: row.id,
    kind: row.kind as StaffActKind,
    personId: row.person_id,
    detail: row.detail,
    reason: reasonWords.open(db, row.id, row.reason),
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
  };
}
