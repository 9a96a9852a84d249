import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';

/** What was said of a step: how many found it right, how many did not, and how many of these nobody has looked at. */
export interface Said {
  readonly right: number;
  readonly wrong: number;
  readonly unseen: number;
}

/** One more says yes or no of a step; who is not kept. */
export async function countAnswer(
  tx: Tx,
  stepId: string,
  { said, month }: { readonly said: 'right' | 'wrong'; readonly month: Temporal.PlainDate },
): Promise<void> {
  const right = said === 'right' ? 1 : 0;
  await sql`
    insert into guides.answers (step_id, on_month, right_count, wrong_count)
    values (${stepId}::uuid, ${month.with({ day: 1 })}::date, ${right}, ${1 - right})
    on conflict (step_id, on_month) do update set
      right_count = answers.right_count + excluded.right_count,
      wrong_count = answers.wrong_count + excluded.wrong_count`.execute(tx);
}

/** What was said of the steps of a guide within some months, and before as far as nobody has looked at it. */
export async function listSaid(
  db: Database,
  guideId: string,
  since: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<Said & { id: string }>`
    select s.id, coalesce(sum(a.right_count), 0)::integer as right, coalesce(sum(a.wrong_count), 0)::integer as wrong,
      coalesce(sum(a.wrong_count - a.seen_count), 0)::integer as unseen
    from guides.steps s join guides.answers a on a.step_id = s.id
    where s.guide_id = ${guideId}::uuid and (a.on_month >= ${since}::date or a.wrong_count > a.seen_count) group by s.id`.execute(
    db,
  );
  return new Map(rows.map(({ id, ...said }) => [id, said]));
}

/** Somebody has looked at what was said of a guide: it waits no more. */
export async function markSeen(tx: Tx, guideId: string): Promise<void> {
  await sql`update guides.answers set seen_count = wrong_count
    where wrong_count > seen_count and step_id in (select id from guides.steps where guide_id = ${guideId}::uuid)`.execute(
    tx,
  );
}
