import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Side } from '../../types.ts';

/** A wait that ended with a pair: whose it was like, and how long it took. */
export interface FinishedWait {
  readonly pairId: string;
  readonly applicationId: string;
  readonly side: Side;
  /** A municipality; null where it was not known. */
  readonly area: string | null;
  /** The language somebody speaks best beside Japanese. */
  readonly language: string | null;
  readonly days: number;
  readonly endedAt: Temporal.Instant;
}

/** Writes down how long somebody has waited; the same pair once. */
export async function insertWait(tx: Tx, wait: FinishedWait): Promise<void> {
  await tx
    .insertInto('pairs.waits')
    .values({
      pair_id: wait.pairId,
      application_id: wait.applicationId,
      side: wait.side,
      area: wait.area,
      language: wait.language,
      days: wait.days,
      ended_at: wait.endedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** So many of the last waits tell of now. */
const LAST_WAITS = 50;

/** The last waits of a side, the newest first; the reader's own are not among them. */
export async function listLastWaits(
  db: Database,
  side: Side,
  likeWhom: {
    readonly applicationId: string;
    readonly area?: string | null;
    readonly language?: string | null;
  },
): Promise<number[]> {
  const { applicationId, area, language } = likeWhom;
  const inArea = area === undefined ? sql`` : sql`and area = ${area}`;
  const speaking = language === undefined ? sql`` : sql`and language = ${language}`;
  const { rows } = await sql<{ days: number }>`
    select days from pairs.waits
    where side = ${side} and application_id <> ${applicationId}::uuid ${inArea} ${speaking}
    order by ended_at desc limit ${LAST_WAITS}`.execute(db);
  return rows.map(({ days }) => days);
}
