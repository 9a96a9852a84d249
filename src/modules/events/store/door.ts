import { type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { EventsDoorEntries } from '../../../platform/database/generated.ts';
import type { DoorEntry } from '../door/rules/door.ts';
import type { Press } from '../door/rules/press.ts';
import type { Attendee, Registration } from '../types.ts';

/** The log of an event’s door, in the order in which it has come. */
export async function listDoorEntries(db: Database, eventId: string): Promise<DoorEntry[]> {
  const rows = await db
    .selectFrom('events.door_entries')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}

/** Adds to the log what is not in it yet. @returns the numbers of those which are new */
export async function insertDoorEntries(
  tx: Tx,
  entries: readonly DoorEntry[],
  at: { readonly eventId: string; readonly receivedAt: Temporal.Instant },
): Promise<number[]> {
  if (entries.length === 0) return [];
  const added = await tx
    .insertInto('events.door_entries')
    .values(entries.map((entry) => ({ event_id: at.eventId, received_at: at.receivedAt, ...toRow(entry) })))
    .onConflict((conflict) => conflict.columns(['event_id', 'device', 'seq']).doNothing())
    .returning('seq')
    .execute();
  return added.map(({ seq }) => seq);
}

/** What a device has in the log of an event already. */
export async function listOfDevice(db: Database, eventId: string, device: string): Promise<DoorEntry[]> {
  const rows = await db
    .selectFrom('events.door_entries')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('device', '=', device)
    .execute();
  return rows.map(toEntry);
}

function toRow({ device, seq, press, byPersonId, pressedAt }: DoorEntry) {
  const none = {
    registration_id: null,
    place: null,
    adults: null,
    children: null,
    language: null,
    name: null,
  };
  const row = { device, seq, by_person: byPersonId, pressed_at: pressedAt, act: press.act };
  const undone = { undoes_device: null, undoes_seq: null };
  if (press.act === 'here')
    return { ...row, ...none, ...undone, registration_id: press.registrationId, place: press.place };
  if (press.act === 'undo')
    return { ...row, ...none, undoes_device: press.undoes.device, undoes_seq: press.undoes.seq };
  const { adults, children, language, name } = press;
  return { ...row, ...none, ...undone, adults, children, language, name };
}

function toEntry(row: Selectable<EventsDoorEntries>): DoorEntry {
  const { device, seq, by_person: byPersonId, pressed_at: pressedAt } = row;
  return { device, seq, byPersonId, pressedAt, press: toPress(row) };
}

// What belongs to each act is there by the constraints of the table.
function toPress(row: Selectable<EventsDoorEntries>): Press {
  if (row.act === 'here')
    return { act: 'here', registrationId: row.registration_id ?? '', place: row.place ?? 0 };
  if (row.act === 'undo')
    return { act: 'undo', undoes: { device: row.undoes_device ?? '', seq: row.undoes_seq ?? 0 } };
  const { adults, children, language, name } = row;
  return { act: 'walk_in', adults: adults ?? 0, children: children ?? 0, language, name };
}

/** Of a registration, what those at the door see. */
export interface DoorRow extends Pick<Registration, 'id' | 'personId' | 'name'> {
  /** False for whoever was pressed although they have none any more. */
  readonly hasSeats: boolean;
  readonly party: readonly Attendee[];
  /** Something was asked to be prepared, or to be answered: the desk knows what. */
  readonly seesDesk: boolean;
}

/** Who has a seat, and whoever was pressed all the same, by name. */
export async function listDoorRows(db: Database, eventId: string): Promise<DoorRow[]> {
  const rows = await db
    .selectFrom('events.registrations as r')
    .select((is) => [
      ...(['r.id', 'r.person_id', 'r.name', 'r.state'] as const),
      is.or([is('r.needs', 'is not', null), is('r.question', 'is not', null)]).as('sees_desk'),
      jsonArrayFrom(
        is
          .selectFrom('events.attendees as a')
          .select(['a.age', 'a.crafts', 'a.interpretation'])
          .whereRef('a.registration_id', '=', 'r.id')
          .orderBy('a.place'),
      ).as('party'),
    ])
    .where('r.event_id', '=', eventId)
    .where((is) =>
      is.or([
        is('r.state', '=', 'seated'),
        is.exists(
          is.selectFrom('events.door_entries as d').select('d.id').whereRef('d.registration_id', '=', 'r.id'),
        ),
      ]),
    )
    .orderBy('r.name')
    .orderBy('r.id')
    .execute();
  return rows.map(({ id, name, state, party, person_id: personId, sees_desk }) => ({
    ...{ id, name, party, personId },
    hasSeats: state === 'seated',
    seesDesk: Boolean(sees_desk),
  }));
}

/** Since when somebody of these registrations was there. */
export async function listSince(
  db: Database,
  registrationIds: readonly string[],
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (registrationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('events.door_here')
    .select((is) => ['registration_id', is.fn.min('since').as('since')])
    .where('registration_id', 'in', [...registrationIds])
    .groupBy('registration_id')
    .execute();
  return new Map(
    rows.flatMap(({ registration_id, since }) =>
      registration_id && since ? [[registration_id, since] as const] : [],
    ),
  );
}

/** Who has an account and whose own place was pressed at the door: the first of their party, where that is no child whom they sent alone. */
export async function listCameThemselves(db: Database, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('events.door_here as h')
    .innerJoin('events.registrations as r', 'r.id', 'h.registration_id')
    .innerJoin('events.attendees as a', (join) =>
      join.onRef('a.registration_id', '=', 'r.id').onRef('a.place', '=', 'h.place'),
    )
    .select('r.person_id')
    .distinct()
    .where('h.event_id', '=', eventId)
    .where('h.place', '=', 1)
    .where('a.is_child', '=', false)
    .where('r.person_id', 'is not', null)
    .orderBy('r.person_id')
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

/** Which of these are registrations of an event. */
export async function listIdsOfEvent(
  db: Database,
  eventId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly personId: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('events.registrations')
    .select(['id', 'person_id'])
    .where('event_id', '=', eventId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, person_id: personId }) => [id, { personId }]));
}

/** How many had seats, how many of those came, and how many came without one: what stays of a day. */
export async function countCame(
  db: Database,
  eventId: string,
): Promise<{ seated_count: number; came_count: number; walk_in_count: number }> {
  const { rows } = await sql<{ seated: number; came: number; walked_in: number }>`
    select
      (select count(*)::integer from events.attendees a join events.registrations r on r.id = a.registration_id
       where r.event_id = ${eventId}::uuid and r.state = 'seated') as seated,
      (select count(*)::integer from events.door_here h
       join events.registrations r on r.id = h.registration_id
       join events.attendees a on a.registration_id = r.id and a.place = h.place
       where h.event_id = ${eventId}::uuid and r.state = 'seated') as came,
      (select coalesce(sum(w.adults + w.children), 0)::integer from events.door_entries w
       where w.event_id = ${eventId}::uuid and w.act = 'walk_in' and not exists (
         select from events.door_entries u where u.event_id = w.event_id
           and u.undoes_device = w.device and u.undoes_seq = w.seq)) as walked_in`.execute(db);
  const [counted] = rows;
  if (!counted) throw new Error('a count gives a row');
  return { seated_count: counted.seated, came_count: counted.came, walk_in_count: counted.walked_in };
}
