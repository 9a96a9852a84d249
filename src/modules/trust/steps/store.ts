import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Completion, PledgeLine, ScreeningStep } from '../types.ts';

/** The steps that some people have taken, by person, the newest first. */
export async function listCompletions(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Completion[]>> {
  const rows = await db
    .selectFrom('trust.completions')
    .select(['person_id', 'step', 'done_on as doneOn', 'words'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('done_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return Map.groupBy(rows, (row) => row.person_id);
}

export interface NewCompletion {
  readonly personId: string;
  readonly step: ScreeningStep;
  readonly doneOn: Temporal.PlainDate;
  readonly words?: string;
  readonly pledgeLines?: readonly PledgeLine[];
  readonly interviewId?: string;
}

export async function insertCompletion(
  tx: Tx,
  completion: NewCompletion,
  by: { personId: string | null; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('trust.completions')
    .values({
      person_id: completion.personId,
      step: completion.step,
      done_on: completion.doneOn,
      words: completion.words ?? null,
      pledge_lines: completion.pledgeLines ? [...completion.pledgeLines] : null,
      interview_id: completion.interviewId ?? null,
      recorded_by: by.personId,
      recorded_at: by.at,
    })
    .execute();
}
