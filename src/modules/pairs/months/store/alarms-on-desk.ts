import { sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';
import { type Named, namesOf } from '../../../people/index.ts';
import { ALARM_KINDS, type AlarmKind, GRAVE } from '../rules/alarms.ts';

/** An open alarm with the two and the coordinator of its pair. */
export interface OpenAlarm {
  readonly id: string;
  readonly pairId: string;
  readonly kind: AlarmKind;
  readonly openedAt: Temporal.Instant;
  readonly volunteerId: string;
  readonly residentId: string;
  readonly coordinatorId: string;
  readonly volunteer: Named | null;
  readonly resident: Named | null;
  readonly coordinator: Named | null;
}

/** The desk looks at so many of them. */
export const MOST_ALARMS = 200;

/**
 * Alarms that nobody has closed, the gravest first and of those the oldest: of pairs that go on, and what is grave of all. None of a pair that is
 * the reader's own.
 */
export function openAlarmsFor(readerId: string | null): Question<readonly OpenAlarm[]> {
  return open({ readerId });
}

const open = standingQuestion<{ readonly readerId: string | null }, OpenAlarm, readonly OpenAlarm[]>(
  ({ readerId }) => sql`
    select a.id, a.pair_id as "pairId", a.kind, a.opened_at as "openedAt", v.person_id as "volunteerId",
      r.person_id as "residentId", p.coordinator_id as "coordinatorId", ${namesOf(sql`v.person_id`)} as volunteer,
      ${namesOf(sql`r.person_id`)} as resident, ${namesOf(sql`p.coordinator_id`)} as coordinator
    from pairs.alarms a join pairs.pairs p on p.id = a.pair_id
      join pairs.applications v on v.id = p.volunteer_application_id
      join pairs.applications r on r.id = p.resident_application_id
    where a.closed_at is null and (p.over_at is null or a.kind::text = any(${[...GRAVE]}::text[]))
      and not exists (
        select from pairs.members m where m.application_id in (v.id, r.id) and m.person_id = ${readerId}::uuid)
    order by array_position(${[...ALARM_KINDS]}::text[], a.kind::text), a.opened_at, a.id limit ${sql.lit(MOST_ALARMS)}`,
  (rows) => rows.map((row) => ({ ...row, openedAt: readInstant(row.openedAt) })),
);
