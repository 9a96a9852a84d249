import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { TrustConcerns } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Concern } from '../../types.ts';

const words = sealedColumn('trust.concerns.words');
const assessment = sealedColumn('trust.concerns.assessment');
const closing = sealedColumn('trust.concerns.closing');

export interface NewConcern {
  readonly about: string | null;
  readonly by: string | null;
  readonly program: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly words: string;
  readonly now: Temporal.Instant;
}

export async function insertConcern(tx: Tx, concern: NewConcern): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('trust.concerns')
    .values({
      id,
      about_person_id: concern.about,
      raised_by: concern.by,
      program: concern.program,
      object_kind: concern.objectKind,
      object_id: concern.objectId,
      words: words.seal(tx, id, concern.words),
      raised_at: concern.now,
    })
    .execute();
  return id;
}

/** The concerns about one person, the newest first. */
export async function listConcernsAbout(db: Database, personId: string): Promise<Concern[]> {
  const rows = await db
    .selectFrom('trust.concerns')
    .selectAll()
    .where('about_person_id', '=', personId)
    .orderBy('raised_at', 'desc')
    .execute();
  return rows.map((row) => toConcern(db, row));
}

/** Whether something is still to be looked into about a thing, such as a request. */
export async function hasOpenConcern(db: Database, objectKind: string, objectId: string): Promise<boolean> {
  const row = await db
    .selectFrom('trust.concerns')
    .select('id')
    .where('object_kind', '=', objectKind)
    .where('object_id', '=', objectId)
    .where('state', '<>', 'closed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findConcern(db: Database, id: string): Promise<Concern | null> {
  const row = await db.selectFrom('trust.concerns').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toConcern(db, row) : null;
}

/** As `findConcern`; rival acts on the same concern wait for each other. */
export async function lockConcern(tx: Tx, id: string): Promise<Concern | null> {
  const row = await tx
    .selectFrom('trust.concerns')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toConcern(tx, row) : null;
}

/** Writes down what was found out (`assessed`) or done (`closed`). */
export async function updateConcern(
  tx: Tx,
  to: 'assessed' | 'closed',
  {
    concernId,
    words: said,
    by,
    now,
  }: { concernId: string; words: string; by: string; now: Temporal.Instant },
): Promise<void> {
  const step =
    to === 'assessed'
      ? { assessment: assessment.seal(tx, concernId, said), assessed_by: by, assessed_at: now }
      : { closing: closing.seal(tx, concernId, said), closed_by: by, closed_at: now };
  await tx
    .updateTable('trust.concerns')
    .set({ state: to, ...step })
    .where('id', '=', concernId)
    .execute();
}

export function toConcern(db: Database, row: Selectable<TrustConcerns>): Concern {
  return {
    id: row.id,
    aboutPersonId: row.about_person_id,
    raisedBy: row.raised_by,
    program: row.program,
    objectKind: row.object_kind,
    objectId: row.object_id,
    words: words.open(db, row.id, row.words),
    raisedAt: row.raised_at,
    state: row.state,
    assessment: assessment.open(db, row.id, row.assessment),
    assessed: row.assessed_at && { at: row.assessed_at, by: row.assessed_by },
    closing: closing.open(db, row.id, row.closing),
    closed: row.closed_at && { at: row.closed_at, by: row.closed_by },
  };
}
