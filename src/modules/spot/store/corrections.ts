import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Change, CorrectedField, CorrectedPlace } from '../ask/correct/rules.ts';

const words = {
  reason: sealedColumn('spot.corrections.reason'),
  was: sealedColumn('spot.corrections.was_words'),
  becomes: sealedColumn('spot.corrections.becomes_words'),
};

const Place: z.ZodType<CorrectedPlace> = z.object({
  municipalityCode: z.string().nullable(),
  town: z.string().nullable(),
  placeName: z.string().nullable(),
});

/** What a coordinator put right, and why. */
export interface Correction extends Change {
  /** Empty once the request's texts were forgotten, as are its places. */
  readonly reason: string;
  readonly byPerson: string;
  readonly at: Temporal.Instant;
}

export async function insertCorrection(tx: Tx, requestId: string, correction: Correction): Promise<void> {
  const { field, was, becomes, places, reason, byPerson, at } = correction;
  const row = `${requestId} ${field}`;
  await tx
    .insertInto('spot.corrections')
    .values({
      request_id: requestId,
      by_person: byPerson,
      ...{ field, was, becomes, at },
      reason: words.reason.seal(tx, row, reason),
      was_words: words.was.seal(tx, row, places ? JSON.stringify(places.was) : null),
      becomes_words: words.becomes.seal(tx, row, places ? JSON.stringify(places.becomes) : null),
    })
    .execute();
}

/** Corrections of a request, oldest first. */
export async function listCorrections(db: Database, requestId: string): Promise<Correction[]> {
  const rows = await db
    .selectFrom('spot.corrections')
    .select([
      'field',
      'was',
      'becomes',
      'was_words',
      'becomes_words',
      'reason',
      'by_person as byPerson',
      'at',
    ])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute();
  return rows.map(({ was_words: from, becomes_words: to, ...row }) => {
    const sealedFor = `${requestId} ${row.field}`;
    const was = from && words.was.read(db, sealedFor, from, Place);
    const becomes = to && words.becomes.read(db, sealedFor, to, Place);
    return {
      ...row,
      field: row.field as CorrectedField,
      ...(was && becomes && { places: { was, becomes } }),
      reason: words.reason.open(db, sealedFor, row.reason),
    };
  });
}

/** How often a request was put right: by that a card tells whether it is still what it says. */
export async function countCorrections(db: Database, requestId: string): Promise<number> {
  const { count } = await db
    .selectFrom('spot.corrections')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
