import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';

const words = matterColumn('consultations.tasks.words');

export const WHOSE = ['resident', 'coordinator', 'expert'] as const;
export type Whose = (typeof WHOSE)[number];

/** What is to be done by whom until when; a `contact` is the next time that we speak. */
export interface MatterTask {
  readonly id: string;
  readonly kind: 'task' | 'contact';
  readonly whose: Whose;
  readonly words: string;
  readonly onDay: Temporal.PlainDate;
  readonly doneAt: Temporal.Instant | null;
}

export async function insertTask(
  tx: Tx,
  key: MatterKey,
  task: Omit<MatterTask, 'id' | 'doneAt'> & { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.tasks')
    .values({
      id,
      matter_id: key.matterId,
      kind: task.kind,
      whose: task.whose,
      words: words.seal(tx, key, id, task.words),
      on_day: task.onDay,
      entered_by: task.by,
      entered_at: task.now,
    })
    .execute();
}

const MOST_TASKS = 100;

/** What is still to be done first, by its day. */
export async function listTasks(db: Database, key: MatterKey): Promise<MatterTask[]> {
  const rows = await db
    .selectFrom('consultations.tasks')
    .select(['id', 'kind', 'whose', 'words', 'on_day', 'done_at'])
    .where('matter_id', '=', key.matterId)
    .orderBy((to) => to('done_at', 'is not', null))
    .orderBy('on_day')
    .orderBy('id')
    .limit(MOST_TASKS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MatterTask['kind'],
    whose: row.whose as Whose,
    words: words.open(db, key, row.id, row.words),
    onDay: row.on_day,
    doneAt: row.done_at,
  }));
}

/** @returns whether it was still to be done */
export async function markTaskDone(
  tx: Tx,
  done: {
    readonly matterId: string;
    readonly id: string;
    readonly whose?: Whose;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { whose } = done;
  const row = await tx
    .updateTable('consultations.tasks')
    .set({ done_at: done.now })
    .where('id', '=', done.id)
    .where('matter_id', '=', done.matterId)
    .where('done_at', 'is', null)
    .$if(whose !== undefined, (query) => query.where('whose', '=', whose ?? ''))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

interface DueTask {
  readonly id: string;
  readonly matterId: string;
  readonly residentId: string;
}
const MOST_AT_ONCE = 200;

/** What its day has come for, in matters that are not closed, and nobody was told yet. */
export function listDueTasks(db: Database, today: Temporal.PlainDate): Promise<DueTask[]> {
  return db
    .selectFrom('consultations.tasks as task')
    .innerJoin('consultations.matters as matter', 'matter.id', 'task.matter_id')
    .select(['task.id', 'task.matter_id as matterId', 'matter.resident_id as residentId'])
    .where('task.done_at', 'is', null)
    .where('task.told_at', 'is', null)
    .where('task.on_day', '<=', today)
    .where('matter.state', '<>', 'closed')
    .orderBy('task.on_day')
    .limit(MOST_AT_ONCE)
    .execute();
}

/** @returns whether nobody else has told of it meanwhile */
export async function markTaskTold(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .updateTable('consultations.tasks')
    .set({ told_at: now })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
