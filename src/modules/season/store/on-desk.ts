import { sql } from 'kysely';
import { readDay, readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import type { Sealed } from '../../../platform/sealed/seal.ts';
import { type Named, namesOf, type Speech, speechOf } from '../../people/index.ts';
import { mayBeAsked } from '../../trust/index.ts';
import { MOST_ALONE } from './alone.ts';

/** Somebody who will be alone, with what the desk asks of them. */
export interface AloneNow {
  readonly id: string;
  readonly personId: string;
  readonly agreedAt: Temporal.Instant;
  readonly said: Sealed;
  readonly person: Named | null;
  /** Null for whoever's access has ended. */
  readonly speech: Speech | null;
  /** On which somebody calls them, or has. */
  readonly calledOn: readonly Temporal.PlainDate[];
  /** Whether nobody has talked with them and nobody is about to; so does whoever was to be called on a day that is over. */
  readonly isWaiting: boolean;
}

/** Who will be alone, longest first. @param today who was alone only before is not in it */
export function everybodyAlone(today: Temporal.PlainDate): Question<readonly AloneNow[]> {
  const on = sql`${today.toString()}::date`;
  const statement = sql`
    select a.id, a.person_id as "personId", a.agreed_at as "agreedAt", a.said, ${namesOf(sql`a.person_id`)} as person,
      ${speechOf(sql`a.person_id`)} as speech, c.days as "calledOn", not c.is_due as "isWaiting"
    from season.alone a cross join lateral (
      select coalesce(json_agg(h.on_day), '[]') as days,
        coalesce(bool_or(c.state = 'called' or h.on_day >= ${on}), false) as is_due
      from season.calls c join season.hours h on h.id = c.hour_id
      where c.alone_id = a.id and c.state in ('arranged', 'called')) c
    where a.ends_on >= ${on}
    order by a.agreed_at, a.id limit ${MOST_ALONE}`;
  return question<AloneNow, readonly AloneNow[]>(statement, (rows) =>
    rows.map((row) => ({
      ...row,
      agreedAt: readInstant(row.agreedAt),
      calledOn: row.calledOn.map(readDay),
    })),
  );
}

/** A day on which somebody who talks so has time. */
export interface FreeDay {
  readonly onDay: Temporal.PlainDate;
  readonly speech: Speech;
}

/** Ten days of a hundred people. */
const MOST_DAYS = 1000;

/** From a day on, the days of which a part is promised to nobody, of volunteers who may be asked; none while nobody will be alone. */
export function freeDays(today: Temporal.PlainDate, now: Temporal.Instant): Question<readonly FreeDay[]> {
  const on = sql`${today.toString()}::date`;
  const statement = sql`
    select d.on_day as "onDay", d.speech from (
      select distinct h.on_day, h.person_id, ${speechOf(sql`h.person_id`)}::jsonb as speech from season.hours h
      where h.on_day >= ${on} and ${mayBeAsked(sql`h.person_id`, now)}
        and exists (select from season.alone where ends_on >= ${on})
        and not exists (select from season.calls where hour_id = h.id and state in ('arranged', 'called'))
      order by h.on_day, h.person_id limit ${MOST_DAYS}) d
    where d.speech is not null`;
  return question<FreeDay, readonly FreeDay[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, onDay: readDay(row.onDay) })),
  );
}
