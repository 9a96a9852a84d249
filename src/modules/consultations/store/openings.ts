import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';

const reason = matterColumn('consultations.openings.reason');

/** How long somebody may look who has written down why. */
export const GLASS_HOURS = 3;
/** Looking again within so many minutes is the same opening. */
const ONE_LOOK_MINUTES = 60;

export interface Opening {
  readonly id: string;
  readonly matterId: string;
  readonly personId: string;
  readonly asWhat: 'keeper' | 'expert' | 'glass';
  readonly reason: string | null;
  readonly at: Temporal.Instant;
  readonly untilAt: Temporal.Instant | null;
  readonly review: { readonly verdict: 'in_order' | 'not_in_order'; readonly at: Temporal.Instant } | null;
}

interface Looking {
  readonly matterId: string;
  readonly personId: string;
  readonly now: Temporal.Instant;
}

/** Whether somebody may look just now by a reason that they have written, and of which no second person has said that it is none. */
export async function findGlass(db: Database, { matterId, personId, now }: Looking): Promise<boolean> {
  const row = await openings(db)
    .where('o.person_id', '=', personId)
    .where('o.matter_id', '=', matterId)
    .where('o.as_what', '=', 'glass')
    .where('o.until_at', '>', now)
    .where((is) => is.or([is('r.verdict', 'is', null), is('r.verdict', '=', 'in_order')]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that somebody has it before them, once within an hour. Its reader has seen something: that is all it changes. */
export async function noteOpening(
  db: Database,
  { matterId, personId, now, as }: Looking & { readonly as: 'keeper' | 'expert' },
): Promise<void> {
  const since = now.subtract({ minutes: ONE_LOOK_MINUTES });
  await sql`
    insert into consultations.openings (matter_id, person_id, as_what, at)
    select ${matterId}, ${personId}, ${as}, ${now}::timestamptz
    where not exists (
      select from consultations.openings
      where person_id = ${personId} and matter_id = ${matterId} and as_what = ${as} and at > ${since}::timestamptz
    )`.execute(db);
}

/** Opens a matter by a reason, for three hours. @returns the opening's id */
export async function insertGlass(
  tx: Tx,
  key: MatterKey,
  { personId, now, why }: Omit<Looking, 'matterId'> & { readonly why: string },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.openings')
    .values({
      id,
      matter_id: key.matterId,
      person_id: personId,
      as_what: 'glass',
      reason: reason.seal(tx, key, id, why),
      at: now,
      until_at: now.add({ hours: GLASS_HOURS }),
    })
    .execute();
  return id;
}

const openings = (db: Database) =>
  db
    .selectFrom('consultations.openings as o')
    .leftJoin('consultations.reviews as r', 'r.opening_id', 'o.id')
    .select(['o.id', 'o.matter_id', 'o.person_id', 'o.as_what', 'o.reason', 'o.at', 'o.until_at'])
    .select(['r.verdict', 'r.at as reviewed_at']);

type Row = Awaited<ReturnType<ReturnType<typeof openings>['execute']>>[number];

const toOpening = (db: Database, key: MatterKey, row: Row): Opening => ({
  id: row.id,
  matterId: row.matter_id,
  personId: row.person_id,
  asWhat: row.as_what as Opening['asWhat'],
  reason: row.reason && reason.open(db, key, row.id, row.reason),
  at: row.at,
  untilAt: row.until_at,
  review:
    row.verdict && row.reviewed_at
      ? { verdict: row.verdict as 'in_order' | 'not_in_order', at: row.reviewed_at }
      : null,
});

/** Who has opened a matter, the latest first. */
export async function listOpenings(db: Database, key: MatterKey, most: number): Promise<Opening[]> {
  const rows = await openings(db)
    .where('o.matter_id', '=', key.matterId)
    .orderBy('o.at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => toOpening(db, key, row));
}

export async function findOpening(db: Database, key: MatterKey, id: string): Promise<Opening | null> {
  const row = await openings(db)
    .where('o.id', '=', id)
    .where('o.matter_id', '=', key.matterId)
    .executeTakeFirst();
  return row ? toOpening(db, key, row) : null;
}

/** The matter that an opening is of. */
export async function findMatterOf(db: Database, openingId: string): Promise<string | null> {
  const row = await db
    .selectFrom('consultations.openings')
    .select('matter_id')
    .where('id', '=', openingId)
    .executeTakeFirst();
  return row?.matter_id ?? null;
}

/** Openings by a reason that no second person has looked at yet, the oldest first; without their reasons. */
export async function listUnreviewed(
  db: Database,
  { notAbout, most }: { readonly notAbout: string; readonly most: number },
): Promise<
  {
    readonly id: string;
    readonly matterId: string;
    readonly personId: string;
    readonly number: number;
    readonly at: Temporal.Instant;
  }[]
> {
  return db
    .selectFrom('consultations.openings as o')
    .innerJoin('consultations.matters as m', 'm.id', 'o.matter_id')
    .leftJoin('consultations.reviews as r', 'r.opening_id', 'o.id')
    .where('o.as_what', '=', 'glass')
    .where('r.opening_id', 'is', null)
    .where('m.resident_id', '<>', notAbout)
    .select(['o.id', 'o.matter_id as matterId', 'o.person_id as personId', 'm.number', 'o.at'])
    .orderBy('o.at')
    .orderBy('o.id')
    .limit(most)
    .execute();
}

/** @throws where the database refuses it: one's own, none by a reason, or one that somebody has looked at */
export async function insertReview(
  tx: Tx,
  review: {
    readonly openingId: string;
    readonly by: string;
    readonly verdict: 'in_order' | 'not_in_order';
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('consultations.reviews')
    .values({ opening_id: review.openingId, reviewer_id: review.by, verdict: review.verdict, at: review.now })
    .execute();
}

export async function hasReview(db: Database, openingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('consultations.reviews')
    .select('opening_id')
    .where('opening_id', '=', openingId)
    .executeTakeFirst();
  return row !== undefined;
}
