import { sql } from 'kysely';
import { readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import { type Named, namesOf } from '../../people/index.ts';
import type { Event } from '../types.ts';

/** Why an event waits for a coordinator: to be looked at, to be made ready in its last days, to be reported. */
export type WaitingKind = 'event_review' | 'event_soon' | 'event_report';

export interface WaitingEvent {
  readonly id: string;
  readonly kind: WaitingKind;
  readonly texts: Event['texts'];
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Offers that nobody has answered. */
  readonly offered: number;
  /** How many wait for interpretation that somebody has to do. */
  readonly interpreted: number;
  readonly responsibleId: string;
  readonly responsible: Named | null;
}

const SOON = { hours: 72 };
const MOST = 50;

/** Events that wait for a coordinator. @param readerId whose own submissions wait for others */
export function waitingEvents(
  readerId: string | null,
  now: Temporal.Instant,
): Question<readonly WaitingEvent[]> {
  const statement = sql`
    select e.id, w.kind, e.texts, e.starts_at as "startsAt", e.ends_at as "endsAt", e.responsible_id as "responsibleId",
      w.offered, w.interpreted, ${namesOf(sql`e.responsible_id`)} as responsible
    from (
      select id, 'event_review' as kind, 0 as offered, 0 as interpreted from events.events
        where state = 'in_review' and submitted_by is distinct from ${readerId}::uuid
      union all
      select s.id, 'event_soon', s.offered, s.interpreted from (
        select id,
          (select count(*)::integer from events.registrations r where r.event_id = e.id and r.state = 'offered') as offered,
          (select coalesce(sum(taken), 0)::integer from events.seats t
            where t.event_id = e.id and t.kind = 'interpretation') as interpreted
        from events.events e
        where state in ('published', 'closed') and starts_at between ${now}::timestamptz and ${now.add(SOON)}::timestamptz
      ) s where s.offered > 0 or s.interpreted > 0
      union all
      select id, 'event_report', 0, 0 from events.events where state = 'over'
    ) w join events.events e on e.id = w.id
    order by e.starts_at, e.id limit ${MOST}`;
  type Row = Omit<WaitingEvent, 'startsAt' | 'endsAt'> & Pick<Event, 'startsAt' | 'endsAt'>;
  return question<Row, readonly WaitingEvent[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, startsAt: readInstant(row.startsAt), endsAt: readInstant(row.endsAt) })),
  );
}
