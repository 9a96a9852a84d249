import { sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';
import type { Places } from '../../../../platform/database/standing.ts';
import { openSince } from '../rules.ts';

/** Two who both wish for half a year with each other and wait, as the desk counts them. */
export interface WishesOnDesk {
  readonly kind: 'wishes';
  readonly count: number;
  /** Since when the first two wait. */
  readonly since: Temporal.Instant;
}

/** Two who were told and are both in the pool, not proposed to each other since; none in which the reader is. Empty where there are none. */
export function wishesOnDesk(
  readerId: string | null,
  now: Temporal.Instant,
): Question<readonly WishesOnDesk[]> {
  return waiting({ readerId, since: openSince(now) });
}

interface Looking {
  readonly readerId: string | null;
  readonly since: Temporal.Instant;
}

/** The application of one of the two, where it is in the pool. */
const inPool = (side: 'resident' | 'volunteer', readerId: Places<Looking>['readerId']) => sql`
  join lateral (
    select a.ready_at from pairs.members w join pairs.applications a on a.id = w.application_id
    where w.person_id = m.${sql.ref(`${side}_id`)} and w.is_current and a.side = ${sql.lit(side)} and a.state = 'ready'
      and (select count(*) from pairs.places p where p.application_id = a.id)
        > (select count(*) from pairs.held_places h where h.application_id = a.id)
      and not exists (select from pairs.members k where k.application_id = a.id and k.person_id = ${readerId}::uuid)
  ) ${sql.ref(side)} on true`;

const waiting = standingQuestion<Looking, WishesOnDesk, readonly WishesOnDesk[]>(
  ({ readerId, since }) => sql`
    select 'wishes' as kind, count(*)::int as count,
      min(greatest(m.told_at, resident.ready_at, volunteer.ready_at)) as since
    from pairs.meetings m ${inPool('resident', readerId)} ${inPool('volunteer', readerId)}
    where m.told_at >= ${since}::timestamptz
      and not exists (
        select from pairs.pairs p
        join pairs.applications r on r.id = p.resident_application_id
        join pairs.applications v on v.id = p.volunteer_application_id
        where r.person_id = m.resident_id and v.person_id = m.volunteer_id and p.proposed_at >= m.told_at)
    having count(*) > 0`,
  (rows) => rows.map((row) => ({ ...row, since: readInstant(row.since) })),
);
