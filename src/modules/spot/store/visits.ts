import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { VisitFeedback, VisitRecord, VisitReport } from '../types.ts';

const doneWords = sealedColumn('spot.visit_reports.done_words');
const learnedWords = sealedColumn('spot.visit_reports.learned_words');
const thanksWords = sealedColumn('spot.visit_feedback.thanks_words');
const unsafeWords = sealedColumn('spot.visit_feedback.unsafe_words');

export async function insertVisit(tx: Tx, assignmentId: string, now: Temporal.Instant): Promise<void> {
  await tx.insertInto('spot.visits').values({ assignment_id: assignmentId, checked_in_at: now }).execute();
}

export async function endVisit(tx: Tx, assignmentId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('spot.visits')
    .set({ checked_out_at: now })
    .where('assignment_id', '=', assignmentId)
    .execute();
}

/** The visit goes on: it has not ended yet. */
export async function resumeVisitRow(tx: Tx, assignmentId: string): Promise<void> {
  await tx
    .updateTable('spot.visits')
    .set({ checked_out_at: null })
    .where('assignment_id', '=', assignmentId)
    .execute();
}

/** Puts in the volunteer's report. @throws 23505 `visit_reports_pkey` when there is one */
export async function insertReport(
  tx: Tx,
  assignmentId: string,
  report: VisitReport,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('spot.visit_reports')
    .values({
      assignment_id: assignmentId,
      done_words: doneWords.seal(tx, assignmentId, report.doneWords),
      spent_minutes: report.spentMinutes,
      learned_words: learnedWords.seal(tx, assignmentId, report.learnedWords),
      reported_at: now,
    })
    .execute();
}

/** Puts other words and minutes in the place of a report's; when it was first given stays. */
export async function correctReport(tx: Tx, assignmentId: string, report: VisitReport): Promise<void> {
  await tx
    .updateTable('spot.visit_reports')
    .set({
      done_words: doneWords.seal(tx, assignmentId, report.doneWords),
      spent_minutes: report.spentMinutes,
      learned_words: learnedWords.seal(tx, assignmentId, report.learnedWords),
    })
    .where('assignment_id', '=', assignmentId)
    .execute();
}

/** Puts in the requester's feedback. @throws 23505 `visit_feedback_pkey` when there is one */
export async function insertFeedback(
  tx: Tx,
  assignmentId: string,
  feedback: VisitFeedback,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('spot.visit_feedback')
    .values({
      assignment_id: assignmentId,
      solution: feedback.solution,
      thanks_words: thanksWords.seal(tx, assignmentId, feedback.thanksWords),
      is_unsafe: feedback.isUnsafe,
      unsafe_words: unsafeWords.seal(tx, assignmentId, feedback.unsafeWords),
      given_at: now,
    })
    .execute();
}

/** The worry told after a visit has been looked into and closed; nothing when none was told. */
export async function updateWorryClosed(tx: Tx, assignmentId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('spot.visit_feedback')
    .set({ worry_closed_at: now })
    .where('assignment_id', '=', assignmentId)
    .where('is_unsafe', '=', true)
    .execute();
}

/** How the visit of an assignment went so far. Who may see the requester's worry, the caller has asked. */
export async function findVisitRecord(db: Database, assignmentId: string): Promise<VisitRecord> {
  const row = await db
    .selectFrom('spot.assignments as a')
    .leftJoin('spot.visits as v', 'v.assignment_id', 'a.id')
    .leftJoin('spot.visit_reports as r', 'r.assignment_id', 'a.id')
    .leftJoin('spot.visit_feedback as f', 'f.assignment_id', 'a.id')
    .select(['v.checked_in_at', 'v.checked_out_at', 'r.done_words', 'r.spent_minutes', 'r.learned_words'])
    .select([
      'f.solution',
      'f.thanks_words',
      'f.is_unsafe',
      'f.unsafe_words',
      'f.given_at',
      'f.worry_closed_at',
    ])
    .where('a.id', '=', assignmentId)
    .executeTakeFirst();
  return {
    assignmentId,
    checkedInAt: row?.checked_in_at ?? null,
    checkedOutAt: row?.checked_out_at ?? null,
    report:
      row && row.done_words !== null && row.spent_minutes !== null
        ? {
            doneWords: doneWords.open(db, assignmentId, row.done_words),
            spentMinutes: row.spent_minutes,
            learnedWords: learnedWords.open(db, assignmentId, row.learned_words),
          }
        : null,
    feedback:
      row && row.solution !== null
        ? {
            solution: row.solution,
            thanksWords: thanksWords.open(db, assignmentId, row.thanks_words),
            isUnsafe: row.is_unsafe ?? false,
            unsafeWords: unsafeWords.open(db, assignmentId, row.unsafe_words),
          }
        : null,
    feedbackAt: row?.given_at ?? null,
    worryClosedAt: row?.worry_closed_at ?? null,
  };
}
