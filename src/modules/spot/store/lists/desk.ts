import { type RawBuilder, sql } from 'kysely';
import { isBefore } from '../../../../platform/clock.ts';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type AsJson, orNull, type Question, question } from '../../../../platform/database/questions.ts';
import { isByPhoneOnly } from '../../../people/index.ts';
import { type DeskFacts, type NextAct, nextActOf } from '../../rules/next-act.ts';
import type { SpotSettings } from '../../settings.ts';
import type { RequestState } from '../../transitions.ts';
import { boundsOf, type VisitOnDay } from './visits-on.ts';

/** A row of the desk: a request, what to do next, and how soon it breaks. */
export interface DeskRow extends DeskFacts {
  readonly next: NextAct;
}

const MOST_ROWS = 200;
const MOST_LOOKED_AT = 1000;

/** Who looks at the desk, and when. */
interface DeskReading {
  readonly readerId: string | null;
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
}

/** What the desk reads. */
export interface Desk {
  /** All requests that need somebody's act, what breaks first on top; at most 200. */
  readonly rows: readonly DeskRow[];
  /** Whether more stand behind them. */
  readonly isCut: boolean;
  /** The visits of today, as `listVisitsOn` lists them. */
  readonly visits: readonly VisitOnDay[];
  /** For the map: how many requests wait for a volunteer in each municipality. */
  readonly open: readonly { readonly municipalityCode: string; readonly openCount: number }[];
}

/** What a request tells the desk, and the visit that was promised for it or has been. */
interface Facts extends DeskFacts, Pick<VisitOnDay, 'checkedInAt' | 'checkedOutAt'> {
  readonly assignmentId: string | null;
  readonly endedAt: Temporal.Instant | null;
}

/**
 * The desk. A worry about the visit of whoever reads is none for them: nobody learns here of a concern about themselves.
 */
export function deskOf(reading: DeskReading): Question<Desk> {
  const { timeZone } = reading.settings;
  const [from, to] = boundsOf(reading.now.toZonedDateTimeISO(timeZone).toPlainDate(), timeZone);
  return question<Facts, Desk>(factsOf(from, to), (rows) => {
    const facts = rows.map(toFacts);
    const current = facts.filter(({ endedAt }) => endedAt === null);
    const queue = toRows(current, reading);
    return {
      rows: queue.slice(0, MOST_ROWS),
      isCut: queue.length > MOST_ROWS || rows.length === MOST_LOOKED_AT,
      visits: toVisits(facts, from, to),
      open: countOpen(current),
    };
  });
}

function toFacts(row: AsJson<Facts>): Facts {
  return {
    ...row,
    stateSince: readInstant(row.stateSince),
    endedAt: orNull(row.endedAt, readInstant),
    firstPossibleAt: readInstant(row.firstPossibleAt),
    lastPossibleAt: readInstant(row.lastPossibleAt),
    startsAt: orNull(row.startsAt, readInstant),
    endsAt: orNull(row.endsAt, readInstant),
    checkedInAt: orNull(row.checkedInAt, readInstant),
    checkedOutAt: orNull(row.checkedOutAt, readInstant),
  };
}

function toVisits(facts: readonly Facts[], from: Temporal.Instant, to: Temporal.Instant): VisitOnDay[] {
  const isOn = (at: Temporal.Instant) => !isBefore(at, from) && isBefore(at, to);
  return facts
    .filter((fact): fact is Facts & VisitOnDay => fact.startsAt !== null && isOn(fact.startsAt))
    .sort(
      (one, other) =>
        Temporal.Instant.compare(one.startsAt, other.startsAt) ||
        (one.assignmentId < other.assignmentId ? -1 : 1),
    );
}

const WITHOUT_VOLUNTEER: readonly RequestState[] = ['submitted', 'asked_back', 'open', 'unfilled'];

function countOpen(facts: readonly DeskFacts[]): Desk['open'] {
  const counts = new Map<string, number>();
  for (const { state, municipalityCode } of facts) {
    if (municipalityCode === null || !WITHOUT_VOLUNTEER.includes(state)) continue;
    counts.set(municipalityCode, (counts.get(municipalityCode) ?? 0) + 1);
  }
  return [...counts].map(([municipalityCode, openCount]) => ({ municipalityCode, openCount }));
}

function toRows(facts: readonly DeskFacts[], reading: DeskReading): DeskRow[] {
  return facts
    .map((fact) => {
      const known = {
        ...fact,
        isUnsafe: fact.isUnsafe && fact.volunteerId !== reading.readerId,
      };
      return Object.assign(known, { next: nextActOf(known, reading.now, reading.settings) });
    })
    .filter((row) => row.next.act !== 'nothing')
    .sort(
      (one, other) =>
        one.next.urgency - other.next.urgency ||
        rankOf(one.next) - rankOf(other.next) ||
        one.next.breaksAt.epochMilliseconds - other.next.breaksAt.epochMilliseconds ||
        (one.requestId < other.requestId ? -1 : 1),
    );
}

/** Somebody told us that they were not safe: that stands before everything else. */
function rankOf({ act }: NextAct): number {
  return act === 'look_into_worry' ? 0 : 1;
}

function factsOf(from: Temporal.Instant, to: Temporal.Instant): RawBuilder<Facts> {
  return sql`
    select r.id as "requestId", r.requester_id as "requesterId", a.volunteer_id as "volunteerId", r.state,
      r.state_since as "stateSince", r.ended_at as "endedAt", r.category,
      r.coordinator_id as "coordinatorId", r.talk_languages as "talkLanguages",
      r.place_kind as "placeKind", r.town, ${isByPhoneOnly(sql`r.requester_id`)} as "isByPhoneOnly",
      r.municipality_code as "municipalityCode", r.duration_minutes as "durationMinutes", a.id as "assignmentId",
      a.starts_at as "startsAt", a.ends_at as "endsAt", coalesce(f.is_unsafe and f.worry_closed_at is null, false) as "isUnsafe",
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
      select count(*) as "askedCount", count(*) filter (where state = 'asked') as "unansweredCount"
      from spot.offers where request_id = r.id
    ) o
    order by (a.starts_at >= ${from} and a.starts_at < ${to}) desc nulls last, r.state_since
    limit ${sql.lit(MOST_LOOKED_AT)}`;
}
