import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Hour, Part } from '../types.ts';

/** Ten days, three parts each, of a hundred people. */
const MOST = 3000;

const rows = (db: Database) =>
  db
    .selectFrom('season.hours as h')
    .select(['h.id', 'h.person_id as personId', 'h.on_day as onDay', 'h.part']);

/** What somebody gives from a day on. */
export async function listHoursOf(db: Database, personId: string, from: Temporal.PlainDate): Promise<Hour[]> {
  return await rows(db)
    .where('h.person_id', '=', personId)
    .where('h.on_day', '>=', from)
    .orderBy('h.on_day')
    .orderBy('h.part')
    .execute();
}

/** What everybody gives from a day on and is not promised, the nearest first. */
export async function listFreeHours(db: Database, from: Temporal.PlainDate): Promise<Hour[]> {
  return await rows(db)
    .where('h.on_day', '>=', from)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('season.calls as c')
            .select('c.id')
            .whereRef('c.hour_id', '=', 'h.id')
            .where('c.state', 'in', ['arranged', 'called']),
        ),
      ),
    )
    .orderBy('h.on_day')
    .orderBy('h.part')
    .orderBy('h.id')
    .limit(MOST)
    .execute();
}

interface Given {
  readonly personId: string;
  readonly onDay: Temporal.PlainDate;
  readonly part: Part;
}

/** Given twice, it is given once. */
export async function insertHour(
  tx: Tx,
  { personId, onDay, part }: Given,
  at: { readonly now: Temporal.Instant; readonly endsOn: Temporal.PlainDate },
): Promise<void> {
  const row = { person_id: personId, on_day: onDay, part, ends_on: at.endsOn, given_at: at.now };
  await tx
    .insertInto('season.hours')
    .values(row)
    .onConflict((conflict) => conflict.constraint('hours_once').doNothing())
    .execute();
}

/** @returns null where they do not give it; nobody arranges a call in it before the transaction ends */
export async function lockHour(tx: Tx, { personId, onDay, part }: Given): Promise<Hour | null> {
  const query = rows(tx).where('h.person_id', '=', personId).where('h.on_day', '=', onDay);
  return (await query.where('h.part', '=', part).forUpdate().executeTakeFirst()) ?? null;
}

/** As `lockHour`, by its id. */
export async function lockHourById(tx: Tx, id: string): Promise<Hour | null> {
  return (await rows(tx).where('h.id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function deleteHour(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('season.hours').where('id', '=', id).execute();
}
