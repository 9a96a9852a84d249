import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { TrustApplications } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Application, ApplicationState, HelpKind } from '../types.ts';

const motivation = sealedColumn('trust.applications.motivation');
const experience = sealedColumn('trust.applications.experience');
const outcomeWords = sealedColumn('trust.applications.outcome_words');

/** The newest application of each of these people, by person. */
export async function newestApplications(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Application>> {
  const rows = await db
    .selectFrom('trust.applications')
    .selectAll()
    .distinctOn('person_id')
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('person_id')
    .orderBy('submitted_at', 'desc')
    .orderBy(sql`state in ('submitted', 'approved')`, 'desc')
    .execute();
  return new Map(rows.map((row) => [row.person_id, toApplication(db, row)]));
}

/** Somebody's newest application; null when they never applied. */
export async function findApplication(db: Database, personId: string): Promise<Application | null> {
  return (await newestApplications(db, [personId])).get(personId) ?? null;
}

export async function insertApplication(
  tx: Tx,
  application: Pick<Application, 'personId' | 'motivation' | 'experience' | 'helpWith' | 'submittedAt'>,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('trust.applications')
    .values({
      id,
      person_id: application.personId,
      submitted_at: application.submittedAt,
      motivation: motivation.seal(tx, id, application.motivation),
      experience: experience.seal(tx, id, application.experience),
      help_with: [...application.helpWith],
    })
    .execute();
  return id;
}

/** Moves an application on. The instant is that of the decision, or of the end for `ended`. */
export async function updateApplication(
  tx: Tx,
  id: string,
  change: { state: Exclude<ApplicationState, 'submitted'>; at: Temporal.Instant; outcomeWords?: string },
): Promise<void> {
  await tx
    .updateTable('trust.applications')
    .set({
      state: change.state,
      ...(change.state === 'ended' ? { ended_at: change.at } : { decided_at: change.at }),
      ...(change.outcomeWords !== undefined && {
        outcome_words: outcomeWords.seal(tx, id, change.outcomeWords),
      }),
    })
    .where('id', '=', id)
    .execute();
}

function toApplication(db: Database, row: Selectable<TrustApplications>): Application {
  return {
    id: row.id,
    personId: row.person_id,
    state: row.state,
    submittedAt: row.submitted_at,
    motivation: motivation.open(db, row.id, row.motivation),
    experience: experience.open(db, row.id, row.experience),
    helpWith: row.help_with as HelpKind[],
    decidedAt: row.decided_at,
    outcomeWords: outcomeWords.open(db, row.id, row.outcome_words),
    endedAt: row.ended_at,
  };
}
