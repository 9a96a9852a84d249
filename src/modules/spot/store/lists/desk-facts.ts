import { type RawBuilder, sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type AsJson, orNull } from '../../../../platform/database/questions.ts';
import type { Places } from '../../../../platform/database/standing.ts';
import type { Sealed } from '../../../../platform/sealed/seal.ts';
import { isByPhoneOnly, type Named, namesOf } from '../../../people/index.ts';
import type { DeskFacts } from '../../rules/next-act.ts';
import type { VisitOnDay } from './visits-on.ts';

/** The desk looks at so many requests at the most. */
export const MOST_LOOKED_AT = 1000;

/** Who the people of a request are; null for nobody. */
export interface NamedPeople {
  readonly requester: Named | null;
  readonly volunteer: Named | null;
  readonly coordinator: Named | null;
}

/** What a request tells the desk, and the visit that was promised for it or has been. */
export interface Facts extends DeskFacts, NamedPeople, Pick<VisitOnDay, 'checkedInAt' | 'checkedOutAt'> {
  readonly ownWords: Sealed | null;
  readonly assignmentId: string | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Puts the times in the place of their text: a row has thirty fields, and to copy a thousand rows takes as long as to read them. */
export function toFacts(row: AsJson<Facts>): Facts {
  const times: Partial<Facts> = {
    stateSince: readInstant(row.stateSince),
    endedAt: orNull(row.endedAt, readInstant),
    firstPossibleAt: readInstant(row.firstPossibleAt),
    lastPossibleAt: readInstant(row.lastPossibleAt),
    startsAt: orNull(row.startsAt, readInstant),
    endsAt: orNull(row.endsAt, readInstant),
    checkedInAt: orNull(row.checkedInAt, readInstant),
    checkedOutAt: orNull(row.checkedOutAt, readInstant),
  };
  return Object.assign<object, Partial<Facts>>(row, times) as Facts;
}

/** Who looks, and when the day begins and ends whose visits they see. */
export interface Looking {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly readerId: string | null;
}

/**
 * What the desk reads: requests that have not ended, and those with a visit between two instants. A worry about whoever
 * reads is none for them.
 */
export function factsOf({ from, to, readerId }: Places<Looking>): RawBuilder<Facts> {
  return sql`
    select r.id as "requestId", r.requester_id as "requesterId", a.volunteer_id as "volunteerId", r.state,
      r.state_since as "stateSince", r.ended_at as "endedAt", r.category,
      r.coordinator_id as "coordinatorId", r.talk_languages as "talkLanguages",
      r.place_kind as "placeKind", r.town, ${isByPhoneOnly(sql`r.requester_id`)} as "isByPhoneOnly",
      r.municipality_code as "municipalityCode", r.duration_minutes as "durationMinutes", a.id as "assignmentId",
      a.starts_at as "startsAt", a.ends_at as "endsAt",
      coalesce(f.is_unsafe and f.worry_closed_at is null and a.volunteer_id is distinct from ${readerId}::uuid, false) as "isUnsafe",
      case when not o."isWithVolunteers" then ${namesOf(sql`r.requester_id`)} end as requester,
      ${namesOf(sql`a.volunteer_id`)} as volunteer,
      ${namesOf(sql`r.coordinator_id`)} as coordinator,
      case when a.id is null and not o."isWithVolunteers" then r.own_words end as "ownWords",
      v.checked_in_at as "checkedInAt", v.checked_out_at as "checkedOutAt",
      p."firstPossibleAt", p."lastPossibleAt", o."askedCount", o."unansweredCount"
    from (
      select id from spot.support_requests where ended_at is null
      union
      select request_id from spot.assignments
      where starts_at >= (select ${from}::timestamptz) and starts_at < (select ${to}::timestamptz) and ended_because = 'fulfilled'
    ) as shown
    -- One by one, by their keys: never all there are.
    cross join lateral (select * from spot.support_requests where id = shown.id offset 0) r
    left join spot.assignments a on a.request_id = r.id and (a.is_active or a.ended_because = 'fulfilled')
    left join spot.visits v on v.assignment_id = a.id
    left join spot.visit_feedback f on f.assignment_id = a.id
    cross join lateral (
      -- None: the rules do not let that be, and if it is, the request stands on top and not in the way of all others.
      select coalesce(min(starts_at), r.state_since) as "firstPossibleAt", coalesce(max(starts_at), r.state_since) as "lastPossibleAt"
      from spot.possible_times where request_id = r.id
    ) p
    cross join lateral (
      -- What waits for volunteers waits for no coordinator: its row names nobody and opens no words, so that none are read.
      select count(*) as "askedCount", count(*) filter (where state = 'asked') as "unansweredCount",
        r.state = 'open' and bool_or(state = 'asked') is true as "isWithVolunteers"
      from spot.offers where request_id = r.id
    ) o
    order by (a.starts_at >= ${from} and a.starts_at < ${to}) desc nulls last, r.state_since
    limit ${sql.lit(MOST_LOOKED_AT)}`;
}
