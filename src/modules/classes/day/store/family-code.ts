import type { Database } from '../../../../platform/database/connect.ts';
import { TIME_ZONE } from '../../../../platform/languages/formats.tsx';
import type { HandoverCode } from '../door/rules/code-words.ts';

/** The words for the door of a child's next class. */
export interface ComingCode {
  readonly code: HandoverCode;
  readonly startsAt: Temporal.Instant;
}

/** @returns null where the child has no seat in a class of today or later */
export async function findFamilyCode(
  db: Database,
  childId: string,
  today: Temporal.PlainDate,
): Promise<ComingCode | null> {
  const row = await db
    .selectFrom('classes.handover_codes as c')
    .innerJoin('classes.sessions as s', 's.id', 'c.session_id')
    .innerJoin('classes.seats as t', (join) =>
      join.onRef('t.session_id', '=', 'c.session_id').onRef('t.child_id', '=', 'c.child_id'),
    )
    .select(['c.first_word', 'c.second_word', 's.starts_at'])
    .where('c.child_id', '=', childId)
    .where('t.state', '=', 'taken')
    .where('s.state', '!=', 'cancelled')
    .where('s.starts_at', '>=', today.toZonedDateTime(TIME_ZONE).toInstant())
    .orderBy('s.starts_at')
    .executeTakeFirst();
  return row ? { code: { first: row.first_word, second: row.second_word }, startsAt: row.starts_at } : null;
}
