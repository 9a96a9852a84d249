import { sql } from 'kysely';
import { type Question, question } from '../../../../platform/database/questions.ts';
import { WITHOUT_VOLUNTEER } from './desk.ts';

/** How many requests wait for a volunteer somewhere. */
export interface OpenSomewhere {
  readonly municipalityCode: string;
  readonly openCount: number;
}

/** How many requests wait for a volunteer in each municipality. */
export function openByMunicipality(): Question<readonly OpenSomewhere[]> {
  const statement = sql`
    select municipality_code as "municipalityCode", count(*) as "openCount" from spot.support_requests
    where ended_at is null and municipality_code is not null and state = any(${[...WITHOUT_VOLUNTEER]}::spot.request_state[])
    group by 1 order by 1`;
  return question<OpenSomewhere, readonly OpenSomewhere[]>(statement, (rows) => rows);
}
