import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type DeskFacts, type NextAct, nextActOf } from '../../rules/next-act.ts';
import type { SpotSettings } from '../../settings.ts';
import type { RequestState } from '../../transitions.ts';

/** A row of the desk: a request, what to do next, and how soon it breaks. */
export interface DeskRow extends DeskFacts {
  readonly next: NextAct;
}

const MOST_ROWS = 200;

/** Who looks at the desk, and when. */
interface DeskReading {
  readonly readerId: string | null;
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
}

/** What the desk reads: its rows, and for the map how many requests wait for a volunteer in each municipality. */
export interface Desk {
  readonly rows: readonly DeskRow[];
  readonly open: readonly { readonly municipalityCode: string; readonly openCount: number }[];
}

/**
 * All requests that need somebody's act, what breaks first on top; one query, at most 200 rows. A worry about the visit
 * of whoever reads is none for them: nobody learns here of a concern about themselves.
 */
export async function readDesk(db: Database, reading: DeskReading): Promise<Desk> {
  const facts = await listDeskFacts(db);
  return { rows: toRows(facts, reading), open: countOpen(facts) };
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
    .map((fact) => ({ ...fact, isUnsafe: fact.isUnsafe && fact.volunteerId !== reading.readerId }))
    .map((fact) => ({ ...fact, next: nextActOf(fact, reading.now, reading.settings) }))
    .filter((row) => row.next.act !== 'nothing')
    .sort(
      (one, other) =>
        one.next.urgency - other.next.urgency ||
        rankOf(one.next) - rankOf(other.next) ||
        Temporal.Instant.compare(one.next.breaksAt, other.next.breaksAt) ||
        (one.requestId < other.requestId ? -1 : 1),
    )
    .slice(0, MOST_ROWS);
}

/** Somebody told us that they were not safe: that stands before everything else. */
function rankOf({ act }: NextAct): number {
  return act === 'look_into_worry' ? 0 : 1;
}

/** As one statement: the desk is open all day on every coordinator's screen, and a built query costs as much as its rows. */
async function listDeskFacts(db: Database): Promise<DeskFacts[]> {
  const found = await sql<DeskFacts>`
    select r.id as "requestId", r.requester_id as "requesterId", a.volunteer_id as "volunteerId", r.state,
      r.state_since as "stateSince", r.submitted_at as "submittedAt", r.category, r.version,
      r.coordinator_id as "coordinatorId", r.talk_languages as "talkLanguages",
      r.own_words_locale as "ownWordsLocale", r.place_kind as "placeKind", r.town,
      r.municipality_code as "municipalityCode", r.duration_minutes as "durationMinutes",
      a.starts_at as "startsAt", a.ends_at as "endsAt", coalesce(f.is_unsafe and f.worry_closed_at is null, false) as "isUnsafe",
      w.assignment_id is not null as "hasReport", f.assignment_id is not null as "hasFeedback",
      p."firstPossibleAt", p."lastPossibleAt", o."askedCount", o."unansweredCount"
    from spot.support_requests r
    left join spot.assignments a on a.request_id = r.id and a.is_active
    left join spot.visit_reports w on w.assignment_id = a.id
    left join spot.visit_feedback f on f.assignment_id = a.id
    cross join lateral (
      select min(starts_at) as "firstPossibleAt", max(starts_at) as "lastPossibleAt"
      from spot.possible_times where request_id = r.id
    ) p
    cross join lateral (
      select count(*) as "askedCount", count(*) filter (where state = 'asked') as "unansweredCount"
      from spot.offers where request_id = r.id
    ) o
    where r.ended_at is null
    order by r.state_since
    limit 1000`.execute(db);
  return found.rows;
}
