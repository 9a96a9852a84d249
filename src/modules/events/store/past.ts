import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import type { Event, EventKind } from '../types.ts';
import { toEvent } from './events.ts';

/** Three years: what is older is found by going on. */
const MOST_MONTHS = 36;

/** What is looked for among events; empty: all. */
export interface Looked {
  readonly kind: EventKind | '';
  readonly language: string;
  /** `2026-11` */
  readonly month: string;
}

/** The instants between which a month lies there; null for none. */
function boundsOf(month: string): readonly [Temporal.Instant, Temporal.Instant] | null {
  if (month === '') return null;
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(TIME_ZONE).toInstant();
  return [at(first), at(first.add({ months: 1 }))];
}

/** What everybody could come to and is over, or was called off: the latest first. */
export async function listPast(
  db: Database,
  looked: Looked,
  { now, ...window }: Window & { readonly now: Temporal.Instant },
): Promise<Page<Event>> {
  const bounds = boundsOf(looked.month);
  const found = await db
    .selectFrom('events.events as e')
    .selectAll('e')
    .where('published_at', 'is not', null)
    .where('state', 'in', ['under_way', 'over', 'reported', 'cancelled'])
    .where('ends_at', '<=', now)
    .$if(looked.kind !== '', (query) => query.where('kind', '=', looked.kind as EventKind))
    .$if(looked.language !== '', (query) =>
      query.where((is) =>
        is.exists(
          is
            .selectFrom('events.languages as l')
            .select('l.language')
            .whereRef('l.event_id', '=', 'e.id')
            .where('l.language', '=', looked.language),
        ),
      ),
    )
    .$if(bounds !== null, (query) =>
      query.where('starts_at', '>=', bounds?.[0] ?? now).where('starts_at', '<', bounds?.[1] ?? now),
    )
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(starts_at, id) < (select starts_at, id from events.events where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map(toEvent), next };
}

/** In which months there was something, the latest first: `2026-11`. */
export async function listPastMonths(db: Database, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(starts_at at time zone ${TIME_ZONE}, 'YYYY-MM') as month from events.events
    where published_at is not null and state in ('under_way', 'over', 'reported', 'cancelled') and ends_at <= ${now}
    order by month desc limit ${MOST_MONTHS}`.execute(db);
  return rows.map(({ month }) => month);
}
