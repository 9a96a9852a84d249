import { sql } from 'kysely';
import { readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import { type Named, namesOf } from '../../people/index.ts';

/** Somebody who will be alone, with whom nobody has talked and whom nobody is about to call. */
export interface WaitingAlone {
  readonly id: string;
  readonly personId: string;
  readonly agreedAt: Temporal.Instant;
  readonly person: Named | null;
}

const MOST = 50;

/**
 * Who waits to be called, longest first; so does whoever was to be called on a day that is over, and nobody has said
 * that they were. @param today who was alone only before is not in it: the season is over
 */
export function waitingAlone(today: Temporal.PlainDate): Question<readonly WaitingAlone[]> {
  const on = sql`${today.toString()}::date`;
  const statement = sql`
    select a.id, a.person_id as "personId", a.agreed_at as "agreedAt", ${namesOf(sql`a.person_id`)} as person
    from season.alone a
    where a.ends_on >= ${on}
      and not exists (
        select from season.calls c join season.hours h on h.id = c.hour_id
        where c.alone_id = a.id and (c.state = 'called' or (c.state = 'arranged' and h.on_day >= ${on})))
    order by a.agreed_at, a.id limit ${MOST}`;
  return question<WaitingAlone, readonly WaitingAlone[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, agreedAt: readInstant(row.agreedAt) })),
  );
}
