import type { ExpressionBuilder, Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { DB, EventsRegistrations } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { OPEN } from '../registrations/life.ts';
import type { Attendee, Registration, RegistrationState } from '../types.ts';

const needs = sealedColumn('events.registrations.needs');
const questions = sealedColumn('events.registrations.question');

/** What somebody sends to come to an event. */
export interface NewRegistration
  extends Pick<Registration, 'eventId' | 'personId' | 'email' | 'name' | 'locale' | 'party'> {
  /** What they need there: sealed, and deleted after the event. */
  readonly needs: string | null;
  readonly question: string | null;
  /** When the event ends. */
  readonly endsAt: Temporal.Instant;
}

/** @returns the new one's id: it takes no seat yet */
export async function insertRegistration(
  tx: Tx,
  registration: NewRegistration,
  now: Temporal.Instant,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insertInto('events.registrations')
    .values({
      id,
      event_id: registration.eventId,
      person_id: registration.personId,
      email: registration.email,
      name: registration.name,
      locale: registration.locale,
      needs: needs.seal(tx, id, registration.needs),
      question: questions.seal(tx, id, registration.question),
      created_at: now,
      ends_at: registration.endsAt,
    })
    .execute();
  await writeParty(tx, id, registration.party);
  return id;
}

/** What somebody has sent whose address is not proved yet, and when it was last asked to be; null where there is none. */
export async function findAsked(
  db: Database,
  { eventId, email }: Pick<Registration, 'eventId' | 'email'>,
): Promise<{ readonly id: string; readonly lastAt: Temporal.Instant | null } | null> {
  const row = await db
    .selectFrom('events.registrations as r')
    .select((is) => [
      'r.id',
      is
        .selectFrom('events.seat_moves as m')
        .select((of) => of.fn.max('m.at').as('at'))
        .whereRef('m.registration_id', '=', 'r.id')
        .where('m.act', '=', 'ask')
        .as('last_at'),
    ])
    .where('r.event_id', '=', eventId)
    .where('r.email', '=', email)
    .where('r.state', '=', 'asked')
    .executeTakeFirst();
  return row ? { id: row.id, lastAt: row.last_at } : null;
}

/** They have sent the form once more before they followed their link: what they say now holds, as long as if it were the first. */
export async function rewriteAsked(
  tx: Tx,
  id: string,
  { personId, name, locale, party, ...words }: NewRegistration,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('events.registrations')
    .set({
      ...{ person_id: personId, name, locale, created_at: now },
      needs: needs.seal(tx, id, words.needs),
      question: questions.seal(tx, id, words.question),
    })
    .where('id', '=', id)
    .execute();
  await writeParty(tx, id, party);
}

/** Who comes with a registration that takes no seat; in the order in which they were named. */
export async function writeParty(tx: Tx, id: string, party: readonly Attendee[]): Promise<void> {
  await tx.deleteFrom('events.attendees').where('registration_id', '=', id).execute();
  const rows = party.map(({ age, crafts, interpretation }, at) => ({
    registration_id: id,
    place: at + 1,
    is_child: age !== null,
    age,
    crafts,
    interpretation,
  }));
  await tx.insertInto('events.attendees').values(rows).execute();
}

export type RegistrationChanges = Partial<
  Pick<Selectable<EventsRegistrations>, 'state' | 'waiting_since' | 'offered_until' | 'sequence'>
>;

export async function updateRegistration(tx: Tx, id: string, changes: RegistrationChanges): Promise<void> {
  await tx
    .updateTable('events.registrations')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The event ends at another time: what its registrations tell is kept by it. */
export async function moveEnds(tx: Tx, eventId: string, endsAt: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('events.registrations')
    .set({ ends_at: endsAt })
    .where('event_id', '=', eventId)
    .where('ends_at', '!=', endsAt)
    .execute();
}

const partyOf = (is: ExpressionBuilder<DB, 'events.registrations'>) =>
  jsonArrayFrom(
    is
      .selectFrom('events.attendees as a')
      .select(['a.age', 'a.crafts', 'a.interpretation'])
      .whereRef('a.registration_id', '=', 'events.registrations.id')
      .orderBy('a.place'),
  ).as('party');

const registrations = (db: Database) =>
  db.selectFrom('events.registrations').selectAll('events.registrations').select(partyOf);

type Row = Selectable<EventsRegistrations> & { readonly party: Attendee[] };

function toRegistration(row: Row): Registration {
  return {
    id: row.id,
    eventId: row.event_id,
    personId: row.person_id,
    email: row.email,
    name: row.name,
    locale: row.locale as Locale,
    state: row.state,
    waitingSince: row.waiting_since,
    offeredUntil: row.offered_until,
    party: row.party,
    sequence: row.sequence,
    version: row.version,
  };
}

/** @returns null where there is none */
export async function findRegistration(db: Database, id: string): Promise<Registration | null> {
  const row = await registrations(db).where('events.registrations.id', '=', id).executeTakeFirst();
  return row ? toRegistration(row) : null;
}

/** Those that there are of these, by their ids. */
export async function findRegistrations(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Registration>> {
  if (ids.length === 0) return new Map();
  const rows = await registrations(db).where('events.registrations.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toRegistration(row)]));
}

/** That of somebody which counts at an event: by their account or by the address of their mails. */
export async function findOpenRegistration(
  db: Database,
  eventId: string,
  { personId, email }: Pick<Registration, 'personId' | 'email'>,
): Promise<Registration | null> {
  const row = await registrations(db)
    .where('event_id', '=', eventId)
    .where('state', 'in', [...OPEN])
    .where((is) => is.or([is('email', '=', email), ...(personId ? [is('person_id', '=', personId)] : [])]))
    .executeTakeFirst();
  return row ? toRegistration(row) : null;
}

/** Who waits for seats, in the order in which they are offered. */
export async function listWaiting(db: Database, eventId: string): Promise<Registration[]> {
  const rows = await registrations(db)
    .where('event_id', '=', eventId)
    .where('state', '=', 'waiting')
    .orderBy('waiting_since')
    .orderBy('id')
    .execute();
  return rows.map(toRegistration);
}

/** Everybody of an event who stands in one of these states, by name. */
export async function listRegistrations(
  db: Database,
  eventId: string,
  states: readonly RegistrationState[],
): Promise<Registration[]> {
  const rows = await registrations(db)
    .where('event_id', '=', eventId)
    .where('state', 'in', [...states])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toRegistration);
}

/** What a coordinator reads of a registration beside who comes. */
export async function readWords(
  db: Database,
  id: string,
): Promise<{ readonly needs: string | null; readonly question: string | null } | null> {
  const row = await db
    .selectFrom('events.registrations')
    .select(['id', 'needs', 'question'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row
    ? { needs: needs.open(db, id, row.needs), question: questions.open(db, id, row.question) }
    : null;
}

/** What was done to a registration. */
export interface SeatMove {
  readonly registrationId: string;
  readonly act: string;
  /** By the clock, or by another's change: not by whoever registered. */
  readonly byHouse: boolean;
  /** By a coordinator, in the name of the organization. */
  readonly byStaff: boolean;
}

/** @returns null where its registration is gone */
export async function findSeatMove(db: Database, id: number): Promise<SeatMove | null> {
  const row = await db
    .selectFrom('events.seat_moves as m')
    .innerJoin('events.registrations as r', 'r.id', 'm.registration_id')
    .select(['m.registration_id', 'm.act', 'm.by_house', 'm.by_person', 'r.person_id'])
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const byStaff = !row.by_house && row.by_person !== null && row.by_person !== row.person_id;
  return { registrationId: row.registration_id, act: row.act, byHouse: row.by_house, byStaff };
}

/** One line of what has happened with the seats of an event. @returns its number */
export async function insertSeatMove(
  tx: Tx,
  move: {
    readonly registration: Pick<Registration, 'id' | 'eventId'>;
    readonly act: string;
    readonly from: RegistrationState | null;
    readonly to: RegistrationState;
    readonly byPerson: string | null;
    readonly byHouse?: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('events.seat_moves')
    .values({
      event_id: move.registration.eventId,
      registration_id: move.registration.id,
      act: move.act,
      from_state: move.from,
      to_state: move.to,
      by_person: move.byPerson,
      by_house: move.byHouse ?? false,
      at: move.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}
