import { sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';

/** Check-ins that wait for an answer: how many, and until when the first may be answered before it counts as missed. */
export interface CheckInsDue {
  readonly count: number;
  readonly answerBy: Temporal.Instant;
}

/** Of pairs that go on; null where none waits. What was missed is an alarm. */
export function checkInsDue(now: Temporal.Instant): Question<CheckInsDue | null> {
  return due({ now });
}

const due = standingQuestion<{ readonly now: Temporal.Instant }, CheckInsDue, CheckInsDue | null>(
  ({ now }) => sql`
    select count(*)::int as count, min(c.answer_by) as "answerBy"
    from pairs.check_ins c join pairs.pairs p on p.id = c.pair_id
    where c.answered_at is null and c.answer_by > ${now}::timestamptz and p.over_at is null
    having count(*) > 0`,
  ([row]) => (row ? { ...row, answerBy: readInstant(row.answerBy) } : null),
);
