import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/connect.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';

/** How long words are kept, in calendar months: after an application without approval, and after everything else. */
const KEPT_MONTHS = { refused: 6, other: 36 };

/**
 * Forgets what is no longer needed, and keeps that it happened: texts of applications that led to nothing after six
 * months, everything else three years after its end.
 */
export async function forgetOldWords(tx: Tx, now: Temporal.Instant): Promise<void> {
  const before = (months: number) => now.toZonedDateTimeISO(TIME_ZONE).subtract({ months }).toInstant();
  const refused = before(KEPT_MONTHS.refused);
  const other = before(KEPT_MONTHS.other);
  await forgetInterviews(tx, refused, other);
  await sql`update trust.applications
    set motivation = '', experience = '', outcome_words = null, forgotten_at = ${now}::timestamptz
    where forgotten_at is null and (
      (state in ('declined', 'withdrawn') and decided_at < ${refused}::timestamptz)
      or (state = 'ended' and ended_at < ${other}::timestamptz))`.execute(tx);
  await sql`update trust.concerns
    set words = '', assessment = null, closing = null, forgotten_at = ${now}::timestamptz
    where forgotten_at is null and closed_at < ${other}::timestamptz`.execute(tx);
  await sql`update trust.restrictions set reason = '', lift_reason = null
    where until_at < ${other}::timestamptz and reason <> ''`.execute(tx);
  await sql`update trust.decisions set reason = null
    where reason is not null and at < ${other}::timestamptz
      and not exists (select from trust.applications a
        where a.person_id = decisions.person_id and a.state in ('submitted', 'approved'))
      and not exists (select from trust.restrictions r
        where (r.person_id = decisions.person_id or r.other_person_id = decisions.person_id)
          and r.until_at is null)`.execute(tx);
}

/** The notes and places of interviews go together with the application they were for. */
async function forgetInterviews(tx: Tx, refused: Temporal.Instant, other: Temporal.Instant): Promise<void> {
  await sql`update trust.interviews i set note = null, where_words = ''
    where (i.note is not null or i.where_words <> '')
      and not exists (select from trust.applications a
        where a.person_id = i.person_id and (a.state in ('submitted', 'approved')
          or (a.state = 'ended' and a.ended_at >= ${other}::timestamptz)
          or (a.state in ('declined', 'withdrawn') and a.decided_at >= ${refused}::timestamptz)))`.execute(
    tx,
  );
}
