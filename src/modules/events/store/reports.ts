import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Figures, SurveyFigures } from '../report/rules/figures.ts';

const learned = sealedColumn('events.reports.learned');

/** What was closed of an event. */
export interface Report {
  readonly figures: Figures;
  readonly learned: string | null;
  readonly reportedBy: string;
  readonly reportedAt: Temporal.Instant;
}

export async function insertReport(tx: Tx, eventId: string, report: Report): Promise<void> {
  await tx
    .insertInto('events.reports')
    .values({
      event_id: eventId,
      figures: JSON.stringify(report.figures),
      learned: learned.seal(tx, eventId, report.learned),
      reported_by: report.reportedBy,
      reported_at: report.reportedAt,
    })
    .execute();
}

/** @returns null while it is not reported */
export async function findReport(db: Database, eventId: string): Promise<Report | null> {
  const row = await db
    .selectFrom('events.reports')
    .selectAll()
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row
    ? {
        figures: row.figures as unknown as Figures,
        learned: learned.open(db, eventId, row.learned),
        reportedBy: row.reported_by,
        reportedAt: row.reported_at,
      }
    : null;
}

/** Of answers that come later than the report. */
export async function writeSurveyFigures(tx: Tx, eventId: string, survey: SurveyFigures): Promise<void> {
  await sql`update events.reports set figures = figures || jsonb_build_object('survey', ${JSON.stringify(survey)}::jsonb)
    where event_id = ${eventId}::uuid`.execute(tx);
}

/** In which language each party with seats reads, and whether they had never had any here before. */
export async function listReaders(
  db: Database,
  eventId: string,
): Promise<ReadonlyMap<string, { readonly locale: Locale; readonly isNew: boolean }>> {
  const { rows } = await sql<{ id: string; locale: Locale; is_new: boolean }>`
    select r.id, r.locale,
      not exists (select from events.registrations b
        where b.email = r.email and b.state = 'seated' and b.ends_at < r.ends_at)
      and (r.person_id is null or not exists (select from events.registrations b
        where b.person_id = r.person_id and b.state = 'seated' and b.ends_at < r.ends_at)) as is_new
    from events.registrations r where r.event_id = ${eventId}::uuid and r.state = 'seated'`.execute(db);
  return new Map(rows.map(({ id, locale, is_new: isNew }) => [id, { locale, isNew }]));
}
