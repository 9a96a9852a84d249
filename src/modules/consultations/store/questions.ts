import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Answer, ASKED_AFTER, dueOn, type Months } from '../afterwards/rules.ts';

export interface Question {
  readonly months: Months;
  readonly dueOn: Temporal.PlainDate;
  readonly answer: Answer | null;
}

/** With the first advice; later advice asks nothing more. */
export async function planQuestions(tx: Tx, matterId: string, given: Temporal.PlainDate): Promise<void> {
  await tx
    .insertInto('consultations.questions')
    .values(ASKED_AFTER.map((months) => ({ matter_id: matterId, months, due_on: dueOn(given, months) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listQuestions(db: Database, matterId: string): Promise<Question[]> {
  const rows = await db
    .selectFrom('consultations.questions')
    .select(['months', 'due_on', 'answer'])
    .where('matter_id', '=', matterId)
    .orderBy('months')
    .execute();
  return rows.map(({ months, due_on, answer }) => ({
    months: months as Months,
    dueOn: due_on,
    answer: answer as Answer | null,
  }));
}

/** @returns whether it was open */
export async function answerQuestion(
  tx: Tx,
  given: {
    readonly matterId: string;
    readonly months: Months;
    readonly answer: Answer;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('consultations.questions')
    .set({ answer: given.answer, answered_at: given.now })
    .where('matter_id', '=', given.matterId)
    .where('months', '=', given.months)
    .where('answer', 'is', null)
    .returning('months')
    .executeTakeFirst();
  return row !== undefined;
}

interface DueQuestion {
  readonly matterId: string;
  readonly months: number;
  readonly residentId: string;
}
const MOST_AT_ONCE = 200;

/** Questions whose day has come, and that nobody was asked yet. */
export function listDueQuestions(db: Database, today: Temporal.PlainDate): Promise<DueQuestion[]> {
  return db
    .selectFrom('consultations.questions as question')
    .innerJoin('consultations.matters as matter', 'matter.id', 'question.matter_id')
    .select(['question.matter_id as matterId', 'question.months', 'matter.resident_id as residentId'])
    .where('question.asked_at', 'is', null)
    .where('question.due_on', '<=', today)
    .orderBy('question.due_on')
    .limit(MOST_AT_ONCE)
    .execute();
}

/** @returns whether nobody has asked it meanwhile */
export async function markAsked(
  tx: Tx,
  { matterId, months }: Pick<DueQuestion, 'matterId' | 'months'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable('consultations.questions')
    .set({ asked_at: now })
    .where('matter_id', '=', matterId)
    .where('months', '=', months)
    .where('asked_at', 'is', null)
    .returning('months')
    .executeTakeFirst();
  return row !== undefined;
}
