import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { OPEN } from '../registrations/life.ts';
import type { Event, Registration } from '../types.ts';
import { findEvents } from './events.ts';
import { findRegistrations } from './registrations.ts';

/** More than anybody goes to. */
const MOST = 20;

/** A registration of somebody with its event. */
export interface OwnRegistration {
  readonly event: Event;
  readonly registration: Registration;
}

const ofPerson = (db: Database, personId: string) =>
  db
    .selectFrom('events.registrations as r')
    .innerJoin('events.events as e', 'e.id', 'r.event_id')
    .select(['r.id', 'r.event_id'])
    .where('r.person_id', '=', personId);

/** What is still to come of what somebody has registered for, the nearest first. */
export async function listComingOf(
  db: Database,
  personId: string,
  now: Temporal.Instant,
): Promise<OwnRegistration[]> {
  const rows = await ofPerson(db, personId)
    .where('r.state', 'in', [...OPEN])
    .where((is) => is.or([is('r.ends_at', '>', now), is('e.state', '=', 'postponed')]))
    .orderBy('e.starts_at')
    .orderBy('r.id')
    .limit(MOST)
    .execute();
  return gather(db, rows);
}

/** All that somebody has registered for, what ends last first. */
export async function listRegistrationsOf(
  db: Database,
  personId: string,
  window: Window,
): Promise<Page<OwnRegistration>> {
  const found = await ofPerson(db, personId)
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(r.ends_at, r.id) < (select ends_at, id from events.registrations where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('r.ends_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: await gather(db, rows), next };
}

async function gather(
  db: Database,
  rows: readonly { readonly id: string; readonly event_id: string }[],
): Promise<OwnRegistration[]> {
  const events = await findEvents(
    db,
    rows.map(({ event_id }) => event_id),
  );
  const registrations = await findRegistrations(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const [event, registration] = [events.get(row.event_id), registrations.get(row.id)];
    return event && registration ? { event, registration } : [];
  });
}
