import { sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';
import { type Named, namesOf } from '../../../people/index.ts';

/** What of a pair waits for a coordinator: a talk, a time, an introduction, an answer that is nearly due, a second look. */
export type WaitingKind = 'writing' | 'set' | 'hold' | 'call' | 'look';

export interface WaitingPair {
  readonly id: string;
  readonly kind: WaitingKind;
  readonly breaksAt: Temporal.Instant;
  readonly volunteer: Named | null;
  readonly resident: Named | null;
  readonly coordinator: Named | null;
  readonly volunteerId: string;
  readonly residentId: string;
  readonly coordinatorId: string;
}

/** The desk looks at so many of them. */
export const MOST_WAITING = 100;

/** A call helps while there is time to answer, and an introduction is prepared a day before. */
const NEAR = { hours: 48 };

/** Pairs that wait for a coordinator, but those that the reader is in; what breaks first on top. */
export function waitingPairs(
  readerId: string | null,
  now: Temporal.Instant,
): Question<readonly WaitingPair[]> {
  return waiting({ readerId, now, near: now.add(NEAR) });
}

interface Looking {
  readonly readerId: string | null;
  readonly now: Temporal.Instant;
  readonly near: Temporal.Instant;
}
type Row = Omit<WaitingPair, 'breaksAt'> & { readonly at: Temporal.Instant };

const waiting = standingQuestion<Looking, Row, readonly WaitingPair[]>(
  ({ readerId, now, near }) => sql`
    select w.id, w.kind, w.at, v.person_id as "volunteerId", r.person_id as "residentId",
      w.coordinator_id as "coordinatorId", ${namesOf(sql`v.person_id`)} as volunteer,
      ${namesOf(sql`r.person_id`)} as resident, ${namesOf(sql`w.coordinator_id`)} as coordinator
    from (
      select p.*, 'writing' as kind, p.writing_stopped_at as at from pairs.pairs p
        where p.writing_stopped_at is not null and p.state in ('introduction', 'active', 'paused')
      union all
      select p.*, 'set', p.answer_by from pairs.pairs p
        where p.state = 'introduction' and not exists (
          select from pairs.introductions i where i.pair_id = p.id and i.called_off_at is null)
      union all
      select p.*, 'hold', i.starts_at from pairs.pairs p
        join pairs.introductions i on i.pair_id = p.id and i.called_off_at is null
        where p.state = 'introduction' and i.ends_at > ${now}::timestamptz and i.starts_at < ${near}::timestamptz
      union all
      select p.*, 'call', p.answer_by from pairs.pairs p
        where p.state in ('proposed', 'offered') and p.answer_by < ${near}::timestamptz
      union all
      select p.*, 'look', (p.look_again_on + 1)::timestamp at time zone 'Asia/Tokyo' from pairs.pairs p
        where p.look_again_on is not null
          and p.state in ('proposed', 'offered', 'introduction', 'active', 'paused')
    ) w
    join pairs.applications v on v.id = w.volunteer_application_id
    join pairs.applications r on r.id = w.resident_application_id
    where not exists (select from pairs.members m where m.person_id = ${readerId}::uuid
      and m.application_id in (v.id, r.id))
    order by w.at, w.id limit ${sql.lit(MOST_WAITING)}`,
  (rows) => rows.map(({ at, ...row }) => ({ ...row, breaksAt: readInstant(at) })),
);
