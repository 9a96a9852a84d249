import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { ACTIVITIES, type Activity } from '../../types.ts';
import { isPhrase, type Phrase } from '../learning/phrases.ts';
import { isStep, type Step } from '../learning/rules/steps.ts';

/** What a child did on a day, and what the family is told of it. */
export interface LearningRecord {
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly activities: readonly Activity[];
  readonly phrases: readonly Phrase[];
  /** Free words of the tutor, in whatever language they write; empty for none. */
  readonly said: string;
  readonly writtenBy: string;
  readonly writtenAt: Temporal.Instant;
}

/** Something a child can do, and since which class. */
export interface CanDo {
  readonly step: Step;
  readonly since: Temporal.Instant;
}

const said = sealedColumn('classes.records.said');
/** A year of Saturdays and more. */
const MOST = 100;

const records = (db: Database) =>
  db
    .selectFrom('classes.records as r')
    .innerJoin('classes.sessions as s', 's.id', 'r.session_id')
    .select([
      ...(['r.id', 'r.session_id', 'r.activities', 'r.phrases', 'r.said', 'r.written_by'] as const),
      ...(['r.written_at', 's.starts_at'] as const),
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number];

const toRecord = (db: Database, row: Row): LearningRecord => ({
  sessionId: row.session_id,
  startsAt: row.starts_at,
  activities: ACTIVITIES.filter((one) => row.activities.includes(one)),
  phrases: row.phrases.filter(isPhrase),
  said: said.open(db, row.id, row.said) ?? '',
  writtenBy: row.written_by,
  writtenAt: row.written_at,
});

interface OnDay {
  readonly sessionId: string;
  readonly childId: string;
}

export async function findRecord(
  db: Database,
  { sessionId, childId }: OnDay,
): Promise<LearningRecord | null> {
  const row = await records(db)
    .where('r.session_id', '=', sessionId)
    .where('r.child_id', '=', childId)
    .executeTakeFirst();
  return row ? toRecord(db, row) : null;
}

/** Of a child, the newest day first. */
export async function listRecords(db: Database, childId: string): Promise<LearningRecord[]> {
  const rows = await records(db)
    .where('r.child_id', '=', childId)
    .orderBy('s.starts_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => toRecord(db, row));
}

/** Whoever writes of the same child and day waits until the transaction ends. */
export async function lockOnDay(tx: Tx, { sessionId, childId }: OnDay): Promise<void> {
  await tx
    .selectFrom('classes.seats')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('child_id', '=', childId)
    .forUpdate()
    .execute();
}

/** In the place of what was written of that day before. */
export async function saveRecord(
  tx: Tx,
  { sessionId, childId }: OnDay,
  record: Pick<LearningRecord, 'activities' | 'phrases' | 'said' | 'writtenBy' | 'writtenAt'>,
): Promise<void> {
  await tx
    .deleteFrom('classes.records')
    .where('session_id', '=', sessionId)
    .where('child_id', '=', childId)
    .execute();
  const id = randomUUID();
  await tx
    .insertInto('classes.records')
    .values({
      ...{ id, session_id: sessionId, child_id: childId },
      activities: [...record.activities],
      phrases: [...record.phrases],
      said: said.seal(tx, id, record.said || null),
      ...{ written_by: record.writtenBy, written_at: record.writtenAt },
    })
    .execute();
}

/** What a child can do, in the order in which it was seen. */
export async function listCanDo(db: Database, childId: string): Promise<CanDo[]> {
  const rows = await db
    .selectFrom('classes.can_do as c')
    .innerJoin('classes.sessions as s', 's.id', 'c.session_id')
    .select(['c.step', 's.starts_at'])
    .where('c.child_id', '=', childId)
    .orderBy('s.starts_at')
    .execute();
  return rows.flatMap(({ step, starts_at }) => (isStep(step) ? [{ step, since: starts_at }] : []));
}

/** Adds what was seen first on a day, and takes out what was a mistake. */
export async function changeCanDo(
  tx: Tx,
  { sessionId, childId }: OnDay,
  change: {
    readonly reached: readonly Step[];
    readonly takenBack: readonly Step[];
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { reached, takenBack, by, now } = change;
  if (takenBack.length > 0)
    await tx
      .deleteFrom('classes.can_do')
      .where('child_id', '=', childId)
      .where('step', 'in', takenBack)
      .execute();
  if (reached.length > 0)
    await tx
      .insertInto('classes.can_do')
      .values(
        reached.map((step) => ({
          child_id: childId,
          step,
          session_id: sessionId,
          noted_by: by,
          noted_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** How often a child came. */
export async function countCame(db: Database, childId: string): Promise<number> {
  const { count } = await db
    .selectFrom('classes.presence')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('child_id', '=', childId)
    .where('came_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
