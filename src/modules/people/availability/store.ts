import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Availability, AvailabilityException, Pause, WeeklyHours } from '../types.ts';

/** Somebody's weekly hours, and the exceptions and pauses that reach `from` or later. */
export async function findAvailability(
  db: Database,
  personId: string,
  from: Temporal.PlainDate,
): Promise<Availability> {
  const [weekly, exceptions, pauses] = await Promise.all([
    listWeeklyHours(db, personId),
    listExceptions(db, personId, from),
    listPauses(db, personId, from),
  ]);
  return { weekly, exceptions, pauses };
}

async function listWeeklyHours(db: Database, personId: string): Promise<WeeklyHours[]> {
  return db
    .selectFrom('people.weekly_availability')
    .select(['weekday', 'start_minute as startMinute', 'end_minute as endMinute'])
    .where('person_id', '=', personId)
    .orderBy('weekday')
    .orderBy('start_minute')
    .execute();
}

async function listExceptions(
  db: Database,
  personId: string,
  from: Temporal.PlainDate,
): Promise<AvailabilityException[]> {
  return db
    .selectFrom('people.availability_exceptions')
    .select([
      'id',
      'on_day as onDay',
      'start_minute as startMinute',
      'end_minute as endMinute',
      'is_available as isAvailable',
    ])
    .where('person_id', '=', personId)
    .where('on_day', '>=', from)
    .orderBy('on_day')
    .orderBy('start_minute')
    .execute();
}

async function listPauses(db: Database, personId: string, from: Temporal.PlainDate): Promise<Pause[]> {
  return db
    .selectFrom('people.pauses')
    .select(['id', 'from_on as fromOn', 'until_on as untilOn'])
    .where('person_id', '=', personId)
    .where((is) => is.or([is('until_on', 'is', null), is('until_on', '>', from)]))
    .orderBy('from_on')
    .execute();
}

/** Puts these hours in the place of the ones somebody had. Ranges of one day must not overlap. */
export async function replaceWeeklyHours(
  tx: Tx,
  personId: string,
  hours: readonly WeeklyHours[],
): Promise<void> {
  await tx.deleteFrom('people.weekly_availability').where('person_id', '=', personId).execute();
  if (hours.length === 0) return;
  await tx
    .insertInto('people.weekly_availability')
    .values(
      hours.map((range) => ({
        person_id: personId,
        weekday: range.weekday,
        start_minute: range.startMinute,
        end_minute: range.endMinute,
      })),
    )
    .execute();
}

export async function insertException(
  tx: Tx,
  personId: string,
  exception: Omit<AvailabilityException, 'id'>,
): Promise<void> {
  await tx
    .insertInto('people.availability_exceptions')
    .values({
      person_id: personId,
      on_day: exception.onDay,
      start_minute: exception.startMinute,
      end_minute: exception.endMinute,
      is_available: exception.isAvailable,
    })
    .execute();
}

export async function insertPause(tx: Tx, personId: string, pause: Omit<Pause, 'id'>): Promise<void> {
  await tx
    .insertInto('people.pauses')
    .values({ person_id: personId, from_on: pause.fromOn, until_on: pause.untilOn })
    .execute();
}

/** @returns whether there was one of this person's with this id */
export async function deleteException(tx: Tx, personId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('people.availability_exceptions')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Ends whatever break of somebody holds on a day; later ones stay. */
export async function endPausesOn(tx: Tx, personId: string, today: Temporal.PlainDate): Promise<void> {
  await tx
    .deleteFrom('people.pauses')
    .where('person_id', '=', personId)
    .where('from_on', '<=', today)
    .where((is) => is.or([is('until_on', 'is', null), is('until_on', '>', today)]))
    .execute();
}

/** @returns whether there was one of this person's with this id */
export async function deletePause(tx: Tx, personId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('people.pauses')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
