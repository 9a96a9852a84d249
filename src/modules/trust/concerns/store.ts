import type { Tx } from '../../../platform/database/connect.ts';

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
  const row = await tx
    .insertInto('trust.concerns')
    .values({
      about_person_id: concern.about,
      raised_by: concern.by,
      program: concern.program,
      object_kind: concern.objectKind,
      object_id: concern.objectId,
      words: concern.words,
      raised_at: concern.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
