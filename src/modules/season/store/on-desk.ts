import { sql } from 'kysely';
import { type Database, readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import type { Sealed } from '../../../platform/sealed/seal.ts';
import { type Named, namesOf } from '../../people/index.ts';
import type { Alone } from '../types.ts';
import { openAlone } from './alone.ts';

/** Somebody who will be alone, with whom nobody has arranged anything yet. */
export interface WaitingAlone {
  readonly id: string;
  readonly personId: string;
  readonly agreedAt: Temporal.Instant;
  readonly person: Named | null;
  /** Opened for the rows that are shown only; null where the words do not open. */
  open(): Alone | null;
}

const MOST = 50;

/** Who waits to be called, longest first. @param from who was alone only before this day is not in it: the season is over */
export function waitingAlone(db: Database, from: Temporal.PlainDate): Question<readonly WaitingAlone[]> {
  const statement = sql`
    select a.id, a.person_id as "personId", a.said, a.agreed_at as "agreedAt", ${namesOf(sql`a.person_id`)} as person
    from season.alone a
    where a.ends_on >= ${from.toString()}::date
      and not exists (select from season.calls c where c.alone_id = a.id and c.state in ('arranged', 'called'))
    order by a.agreed_at, a.id limit ${MOST}`;
  interface Row {
    readonly id: string;
    readonly personId: string;
    readonly said: Sealed;
    readonly agreedAt: Temporal.Instant;
    readonly person: Named | null;
  }
  return question<Row, readonly WaitingAlone[]>(statement, (rows) =>
    rows.map(({ id, personId, said, agreedAt, person }) => {
      const at = readInstant(agreedAt);
      return {
        ...{ id, personId, person, agreedAt: at },
        open: () => openAlone(db, { id, person_id: personId, said, agreed_at: at }),
      };
    }),
  );
}
