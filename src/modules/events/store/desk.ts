import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { OPEN } from '../registrations/life.ts';
import type { Event, EventState } from '../types.ts';
import { toEvent } from './events.ts';

/** The parts of the list on the desk, each with its states; what has been comes with the latest first. */
const SHOWN = {
  to_come: ['published', 'closed', 'under_way', 'postponed'],
  review: ['in_review'],
  drafts: ['draft'],
  past: ['over', 'reported', 'cancelled'],
} as const satisfies Readonly<Record<string, readonly EventState[]>>;
export type ShownPart = keyof typeof SHOWN;

/** An event with how many come and wait. */
export interface PlannedEvent extends Event {
  /** Of everybody's seats; null where they are not counted. */
  readonly seats: { readonly taken: number; readonly capacity: number } | null;
  readonly waiting: number;
}

/** One part of all events, in the order of their days. */
export async function listPlanned(
  db: Database,
  part: ShownPart,
  window: Window,
): Promise<Page<PlannedEvent>> {
  const isPast = part === 'past';
  const behind = sql<boolean>`(starts_at, id) ${sql.raw(isPast ? '<' : '>')}
    (select starts_at, id from events.events where id = ${window.after}::uuid)`;
  const order = isPast ? 'desc' : 'asc';
  const found = await db
    .selectFrom('events.events as e')
    .selectAll('e')
    .select((is) => [
      is
        .selectFrom('events.seats as s')
        .select(
          sql<{
            taken: number;
            capacity: number;
          }>`json_build_object('taken', taken, 'capacity', capacity)`.as('of'),
        )
        .whereRef('s.event_id', '=', 'e.id')
        .where('s.kind', '=', 'anybody')
        .as('seats'),
      is
        .selectFrom('events.registrations as r')
        .select((of) => of.fn.countAll<string>().as('count'))
        .whereRef('r.event_id', '=', 'e.id')
        .where('r.state', '=', 'waiting')
        .as('waiting'),
    ])
    .where('e.state', 'in', [...SHOWN[part]])
    .$if(window.after !== null, (query) => query.where(behind))
    .orderBy('starts_at', order)
    .orderBy('id', order)
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return {
    rows: rows.map((row) => ({ ...toEvent(row), seats: row.seats, waiting: Number(row.waiting) })),
    next,
  };
}

/** How many events there are in each part that is still to be done with; what is past is not counted. */
export async function countPlanned(db: Database): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: EventState; count: number }>`
    select state, count(*)::integer as count from events.events
    where state in ('published', 'closed', 'under_way', 'postponed') or state in ('draft', 'in_review')
    group by state`.execute(db);
  const sum = (part: ShownPart) =>
    rows
      .filter(({ state }) => SHOWN[part].some((one: EventState) => one === state))
      .reduce((all, { count }) => all + count, 0);
  return { '': sum('to_come'), review: sum('review'), drafts: sum('drafts') };
}

/** How many registrations of an event count. */
export async function countRegistrations(db: Database, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('events.registrations')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('event_id', '=', eventId)
    .where('state', 'in', [...OPEN])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Who of an event has said what they need, or asked something: not what. */
export async function whoHasWords(db: Database, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('events.registrations')
    .select('id')
    .where('event_id', '=', eventId)
    .where('state', 'in', [...OPEN])
    .where((is) => is.or([is('needs', 'is not', null), is('question', 'is not', null)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What has happened with a registration, the first before the last. */
export interface Moved {
  readonly act: string;
  readonly at: Temporal.Instant;
  readonly byPerson: string | null;
  readonly byHouse: boolean;
}

export async function listMoves(db: Database, registrationId: string): Promise<Moved[]> {
  const rows = await db
    .selectFrom('events.seat_moves')
    .select(['act', 'at', 'by_person', 'by_house'])
    .where('registration_id', '=', registrationId)
    .orderBy('id')
    .execute();
  return rows.map(({ act, at, by_person, by_house }) => ({
    act,
    at,
    byPerson: by_person,
    byHouse: by_house,
  }));
}
