import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsPairs } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Pair, PairReasons, Side } from '../types.ts';
import { LIVE, ON_THE_WAY, OVER } from './life.ts';

const reasons = sealedColumn('pairs.pairs.reasons');
const Reasons: z.ZodType<PairReasons> = z.object({
  codes: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    }),
  ),
  words: z.string(),
});

export interface NewPair {
  readonly volunteerApplicationId: string;
  readonly residentApplicationId: string;
  readonly coordinatorId: string;
  readonly roundId: string | null;
  readonly reasons: PairReasons;
  readonly fit: number;
  readonly answerBy: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/**
 * A proposal, with a place of both sides. Locks both applications.
 * @returns its id; null where one of them has no free place
 */
export async function insertPair(tx: Tx, pair: NewPair): Promise<string | null> {
  const id = randomUUID();
  const sides = [pair.volunteerApplicationId, pair.residentApplicationId];
  await lockApplications(tx, sides);
  const places = await listFreePlaces(tx, sides);
  if (sides.some((side) => !places.has(side))) return null;
  await tx
    .insertInto('pairs.pairs')
    .values({
      id,
      volunteer_application_id: pair.volunteerApplicationId,
      resident_application_id: pair.residentApplicationId,
      coordinator_id: pair.coordinatorId,
      round_id: pair.roundId,
      proposed_at: pair.now,
      reasons: reasons.seal(tx, id, JSON.stringify(pair.reasons)),
      fit: pair.fit,
      answer_by: pair.answerBy,
    })
    .execute();
  await tx
    .insertInto('pairs.held_places')
    .values(sides.map((side) => ({ application_id: side, place: places.get(side) ?? 0, pair_id: id })))
    .execute();
  return id;
}

/** Residents before volunteers, each by id, so that rivals wait for each other and never for ever. */
export async function lockApplications(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from pairs.applications where id = any(${[...ids]}::uuid[])
    order by side, id for update`.execute(tx);
}

/**
 * Locks the applications of pairs, and of all that their residents could choose instead: what falls through with an act is
 * locked with it, in the one order of `lockApplications`.
 */
export async function lockAround(tx: Tx, pairIds: readonly string[]): Promise<void> {
  if (pairIds.length === 0) return;
  const pairs = await tx
    .selectFrom('pairs.pairs')
    .select('resident_application_id as resident')
    .where('id', 'in', pairIds)
    .execute();
  const residents = pairs.map(({ resident }) => resident);
  await lockApplications(tx, residents);
  const others = await tx
    .selectFrom('pairs.pairs')
    .select('volunteer_application_id as id')
    .where('resident_application_id', '=', sql<string>`any(${residents}::uuid[])`)
    .where((eb) => eb.or([eb('id', 'in', pairIds), eb('state', 'in', ON_THE_WAY)]))
    .execute();
  await lockApplications(
    tx,
    others.map(({ id }) => id),
  );
}

/** The first free place of each application that has one. */
export async function listFreePlaces(
  db: Database,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('pairs.places as p')
    .leftJoin('pairs.held_places as h', (join) =>
      join.onRef('h.application_id', '=', 'p.application_id').onRef('h.place', '=', 'p.place'),
    )
    .select(['p.application_id', sql<number>`min(p.place)::int`.as('place')])
    .where('p.application_id', '=', sql<string>`any(${[...applicationIds]}::uuid[])`)
    .where('h.pair_id', 'is', null)
    .groupBy('p.application_id')
    .execute();
  return new Map(rows.map((row) => [row.application_id, row.place]));
}

export type PairChanges = Partial<
  Pick<
    Selectable<PairsPairs>,
    | 'state'
    | 'coordinator_id'
    | 'answer_by'
    | 'volunteer_yes_at'
    | 'resident_yes_at'
    | 'started_on'
    | 'ends_on'
    | 'paused_on'
    | 'over_at'
    | 'ending'
    | 'offered_at'
    | 'writing_stopped_at'
    | 'look_again_on'
  >
>;

export async function updatePair(tx: Tx, id: string, changes: PairChanges): Promise<void> {
  // Also what changes nothing of the row raises its version.
  await tx
    .updateTable('pairs.pairs')
    .set({ ...changes, version: sql`version` })
    .where('id', '=', id)
    .execute();
}

/** What else the resident of a pair could still choose, asked of them or not yet. */
export async function listOthersToChoose(tx: Tx, pair: Pair): Promise<string[]> {
  const rows = await tx
    .selectFrom('pairs.pairs')
    .select('id')
    .where('resident_application_id', '=', pair.residentApplicationId)
    .where('id', '<>', pair.id)
    .where('state', 'in', ON_THE_WAY)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a pair is of an applicant: found by their applications, however many pairs there are of others. */
export const isOfApplicant = (personId: string) => sql<boolean>`p.id = any(array(
  select own.id from pairs.applications a
  join pairs.pairs own on a.id in (own.volunteer_application_id, own.resident_application_id)
  where a.person_id = ${personId}))`;

/** The proposals and pairs of an applicant, as far as they know of them: a resident of none before they are asked. At most twenty. */
export async function listLiveKnownTo(db: Database, personId: string): Promise<Pair[]> {
  const rows = await selectPairs(db)
    .where('p.state', 'in', LIVE)
    .where(isOfApplicant(personId))
    .where((eb) =>
      eb.or([
        eb('v.person_id', '=', personId),
        eb.and([eb('r.person_id', '=', personId), eb('p.offered_at', 'is not', null)]),
      ]),
    )
    .orderBy('p.proposed_at')
    .orderBy('p.id')
    .limit(20)
    .execute();
  return rows.map((row) => toPair(db, row));
}

/** The pairs of an applicant that have begun and are over, the latest first; at most twenty. */
export async function listOverOf(db: Database, personId: string): Promise<Pair[]> {
  const rows = await selectPairs(db)
    .where('p.state', 'in', OVER)
    .where('p.started_on', 'is not', null)
    .where(isOfApplicant(personId))
    .orderBy('p.over_at', 'desc')
    .orderBy('p.id')
    .limit(20)
    .execute();
  return rows.map((row) => toPair(db, row));
}

/** How many proposals a resident has been asked about and can still choose. */
export async function countOffered(db: Database, residentApplicationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('pairs.pairs')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('resident_application_id', '=', residentApplicationId)
    .where('state', '=', 'offered')
    .executeTakeFirstOrThrow();
  return count;
}

/** One proposal more came to nothing for these applications, through no choice of theirs. */
export async function raiseFallenThrough(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('pairs.applications')
    .set({ fallen_through: sql`fallen_through + 1` })
    .where('id', '=', sql<string>`any(${[...applicationIds]}::uuid[])`)
    .execute();
}

/** Pairs with the applicants of both sides. */
export function selectPairs(db: Database) {
  return db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .selectAll('p')
    .select(['v.person_id as volunteer_id', 'r.person_id as resident_id']);
}

export type PairRow = Selectable<PairsPairs> & {
  readonly volunteer_id: string;
  readonly resident_id: string;
};

export async function findPair(db: Database, id: string): Promise<Pair | null> {
  const row = await selectPairs(db).where('p.id', '=', id).executeTakeFirst();
  return row ? toPair(db, row) : null;
}

/** With its row locked. Where applications are locked too, they come first. */
export async function lockPair(tx: Tx, id: string): Promise<Pair | null> {
  const row = await selectPairs(tx).where('p.id', '=', id).forUpdate('p').executeTakeFirst();
  return row ? toPair(tx, row) : null;
}

/** The pairs of an application, the newest first; at most a hundred. */
export async function listPairsOf(db: Database, applicationId: string): Promise<Pair[]> {
  const rows = await selectPairs(db)
    .where((eb) =>
      eb.or([
        eb('p.volunteer_application_id', '=', applicationId),
        eb('p.resident_application_id', '=', applicationId),
      ]),
    )
    .orderBy('p.proposed_at', 'desc')
    .orderBy('p.id')
    .limit(100)
    .execute();
  return rows.map((row) => toPair(db, row));
}

/**
 * The proposals and pairs that somebody is in, with the side on which they are.
 * @param of.withId only those in which this person is on the other side
 * @param of.asApplicant only those that they applied for themselves
 */
export async function listLivePairsOf(
  db: Database,
  of: {
    readonly personId: string;
    readonly withId?: string;
    readonly asApplicant?: true;
  },
): Promise<{ readonly pairId: string; readonly side: Side }[]> {
  const rows = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.members as m', (join) =>
      join.on(sql<boolean>`m.application_id in (p.volunteer_application_id, p.resident_application_id)`),
    )
    .innerJoin('pairs.applications as a', 'a.id', 'm.application_id')
    .select(['p.id', 'a.side'])
    .where('m.person_id', '=', of.personId)
    .where('p.state', 'in', LIVE)
    .$if(of.asApplicant === true, (query) => query.where('a.person_id', '=', of.personId))
    .$if(of.withId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('pairs.members as o')
            .select(sql`1`.as('one'))
            .where(sql<boolean>`o.application_id in (p.volunteer_application_id, p.resident_application_id)`)
            .whereRef('o.application_id', '<>', 'm.application_id')
            .where('o.person_id', '=', of.withId ?? ''),
        ),
      ),
    )
    .orderBy('p.id')
    .execute();
  return rows.map(({ id, side }) => ({ pairId: id, side }));
}

export function toPair(db: Database, row: PairRow): Pair {
  return {
    id: row.id,
    volunteerApplicationId: row.volunteer_application_id,
    residentApplicationId: row.resident_application_id,
    volunteerId: row.volunteer_id,
    residentId: row.resident_id,
    state: row.state,
    version: row.version,
    coordinatorId: row.coordinator_id,
    roundId: row.round_id,
    proposedAt: row.proposed_at,
    reasons: reasons.read(db, row.id, row.reasons, Reasons) ?? { codes: [], words: '' },
    fit: row.fit,
    answerBy: row.answer_by,
    volunteerYesAt: row.volunteer_yes_at,
    residentYesAt: row.resident_yes_at,
    startedOn: row.started_on,
    endsOn: row.ends_on,
    pausedOn: row.paused_on,
    overAt: row.over_at,
    ending: row.ending,
    offeredAt: row.offered_at,
    writingStoppedAt: row.writing_stopped_at,
    lookAgainOn: row.look_again_on,
  };
}
