import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, readInstant, type Tx } from '../../../platform/database/connect.ts';
import type { EventsEvents, EventsLanguages } from '../../../platform/database/generated.ts';
import { type Answers, ask, rowsOf } from '../../../platform/database/questions.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Access, Event, EventLanguage, EventState } from '../types.ts';
import { fullOf } from './seats.ts';

/** What its writer says of an event. */
export type WrittenEvent = Omit<
  Event,
  | 'id'
  | 'state'
  | 'sequence'
  | 'version'
  | 'writtenBy'
  | 'submittedBy'
  | 'publishedAt'
  | 'lastCallAt'
  | 'attendance'
  | 'copiedFrom'
>;

export type EventChanges = Partial<Insertable<EventsEvents>>;

/** @returns the new one's id: a draft */
export async function insertEvent(
  tx: Tx,
  event: WrittenEvent & Pick<Event, 'writtenBy'> & { readonly copiedFrom?: string | null },
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto('events.events')
    .values({
      ...toRow(event),
      written_by: event.writtenBy,
      copied_from: event.copiedFrom ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export function toRow(event: WrittenEvent): Omit<Insertable<EventsEvents>, 'written_by' | 'created_at'> {
  return {
    kind: event.kind,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    registration_closes_at: event.registrationClosesAt,
    is_online: event.isOnline,
    online_url: event.onlineUrl,
    address: event.address,
    audience: event.audience,
    access: [...event.access],
    photo_policy: event.photoPolicy,
    fee_jpy: event.feeJpy,
    suggested_gift_jpy: event.suggestedGiftJpy,
    texts: JSON.stringify(event.texts),
    machine_made: [...event.machineMade],
    responsible_id: event.responsibleId,
    program: event.program,
    campaign_id: event.campaignId,
  };
}

/** Each change is the next version. */
export async function updateEvent(tx: Tx, id: string, changes: EventChanges): Promise<void> {
  await tx
    .updateTable('events.events')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** No change of what it says: pages that are open stay good. */
export async function markLastCall(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('events.events').set({ last_call_at: now }).where('id', '=', id).execute();
}

/** @returns null where there is none */
export async function findEvent(db: Database, id: string): Promise<Event | null> {
  const row = await db.selectFrom('events.events').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toEvent(row) : null;
}

/** Those that there are of these, by their ids. */
export async function findEvents(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Event>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('events.events').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toEvent(row)]));
}

/** As `findEvent`, where everybody may see it. */
export async function findShown(db: Database, id: string): Promise<Event | null> {
  const event = await findEvent(db, id);
  return event?.publishedAt ? event : null;
}

/** As `findEvent`; whatever changes it or its seats waits until the transaction ends. */
export async function lockEvent(tx: Tx, id: string): Promise<Event | null> {
  const row = await tx
    .selectFrom('events.events')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toEvent(row) : null;
}

const IN_SIGHT = ['published', 'closed', 'under_way', 'postponed', 'cancelled'] as const;

/**
 * What everybody may see and is not over yet, the nearest first; what is called off stays in sight until its day, what is put off until
 * it has another. @param states those alone
 */
export async function listToCome(
  db: Database,
  now: Temporal.Instant,
  most: number,
  states: readonly EventState[] = IN_SIGHT,
): Promise<Event[]> {
  return (await ask(db, rowsOf(toCome(db, now, most, states), TIMES))).map(toEvent);
}

/** The times in an event’s row. */
const TIMES = {
  ...{ starts_at: readInstant, ends_at: readInstant, registration_closes_at: readInstant },
  ...{ created_at: readInstant, published_at: readInstant, last_call_at: readInstant, over_at: readInstant },
};

const toCome = (db: Database, now: Temporal.Instant, most: number, states: readonly EventState[]) =>
  db
    .selectFrom('events.events')
    .selectAll()
    .where('state', 'in', [...states])
    .where('published_at', 'is not', null)
    .where((is) => is.or([is('ends_at', '>', now), is('state', '=', 'postponed')]))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(most);

/** What a list says of events. */
export interface ListedEvents {
  readonly events: readonly Event[];
  readonly languages: ReadonlyMap<string, readonly EventLanguage[]>;
  /** Those that have no seat left for anybody. */
  readonly full: ReadonlySet<string>;
}

/** As `listToCome`, with all that a list says of them, in one trip; the answers are for `toListed`. */
export function askToCome(
  db: Database,
  now: Temporal.Instant,
  most: number,
  states: readonly EventState[] = IN_SIGHT,
) {
  const events = toCome(db, now, most, states);
  const ids = events.clearSelect().select('id');
  const languages = languagesOf(db).where('event_id', 'in', ids);
  return {
    events: rowsOf(events, TIMES),
    languages: rowsOf(languages, {}),
    full: rowsOf(fullOf(db).where('event_id', 'in', ids), {}),
  };
}

export const toListed = (found: Answers<ReturnType<typeof askToCome>>): ListedEvents => ({
  events: found.events.map(toEvent),
  languages: toLanguages(found.languages),
  full: new Set(found.full.map(({ event_id }) => event_id)),
});

/** In which languages events are held, by event. */
export async function listLanguages(
  db: Database,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EventLanguage[]>> {
  if (eventIds.length === 0) return new Map();
  return toLanguages(await languagesOf(db).where('event_id', 'in', eventIds).execute());
}

const languagesOf = (db: Database) =>
  db.selectFrom('events.languages').selectAll().orderBy('kind').orderBy('language');

function toLanguages(
  rows: readonly Selectable<EventsLanguages>[],
): ReadonlyMap<string, readonly EventLanguage[]> {
  const of = Map.groupBy(rows, ({ event_id }) => event_id);
  return new Map(
    [...of].map(([id, list]) => [
      id,
      list.map(({ language, kind }) => ({ language, kind }) as EventLanguage),
    ]),
  );
}

/** What languages an event has from now on. */
export async function writeLanguages(
  tx: Tx,
  eventId: string,
  languages: readonly EventLanguage[],
): Promise<void> {
  await tx.deleteFrom('events.languages').where('event_id', '=', eventId).execute();
  if (languages.length === 0) return;
  const rows = languages.map(({ language, kind }) => ({ event_id: eventId, language, kind }));
  await tx.insertInto('events.languages').values(rows).execute();
}

export function toEvent(row: Selectable<EventsEvents>): Event {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    registrationClosesAt: row.registration_closes_at,
    isOnline: row.is_online,
    onlineUrl: row.online_url,
    address: row.address,
    audience: row.audience,
    access: row.access as Access[],
    photoPolicy: row.photo_policy,
    feeJpy: row.fee_jpy,
    suggestedGiftJpy: row.suggested_gift_jpy,
    texts: row.texts as Event['texts'],
    machineMade: row.machine_made as Locale[],
    responsibleId: row.responsible_id,
    program: row.program,
    campaignId: row.campaign_id,
    copiedFrom: row.copied_from,
    sequence: row.sequence,
    version: row.version,
    writtenBy: row.written_by,
    submittedBy: row.submitted_by,
    publishedAt: row.published_at,
    lastCallAt: row.last_call_at,
    attendance:
      row.seated_count === null || row.came_count === null || row.walk_in_count === null
        ? null
        : { seated: row.seated_count, came: row.came_count, walkIns: row.walk_in_count },
  };
}

/** Events for which something may be due: to begin, to end, to end an offer, or to offer what is free to whoever waits. */
export async function listDue(db: Database, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from events.events
    where state in ('published', 'closed') and starts_at <= ${now} or state = 'under_way' and ends_at <= ${now}
    union
    select event_id from events.registrations where state = 'offered' and offered_until <= ${now}
    union
    select e.id from events.events e
    where e.state in ('published', 'closed')
      and exists (select from events.registrations r where r.event_id = e.id and r.state = 'waiting')
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}
