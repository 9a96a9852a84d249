import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Attempt } from './world.ts';

/** What the database holds, against what people were told. */
export interface Verdict {
  /** Requests with two volunteers at once. */
  readonly double: number;
  /** Pairs of promises of one volunteer at the same time. */
  readonly overlapping: number;
  /** Volunteers who were told that their yes counts, while the database knows nothing of it. */
  readonly lost: number;
  /** Promises in the database whose volunteers were told no. */
  readonly untold: number;
  /** Promises without their audit entry. */
  readonly unrecorded: number;
  readonly unanswered: number;
  readonly strange: number;
  readonly accepted: number;
  readonly refused: number;
}

interface Promised {
  readonly offer_id: string;
}

/** Compares answers with the database, by statements that share nothing with the product. */
export async function judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const count = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
    const { rows } = await client.query<Promised>('select offer_id from spot.assignments where is_active');
    const promised = new Set(rows.map(({ offer_id }) => offer_id));
    const told = (answer: Sent['answer']) => [...sent].filter(([, one]) => one.answer === answer);
    const accepted = told('yes');
    const acceptedOffers = new Set(accepted.map(([{ offerId }]) => offerId));
    return {
      double: await count(DOUBLE),
      overlapping: await count(OVERLAPPING),
      lost: accepted.filter(([{ offerId }]) => !promised.has(offerId)).length,
      untold: [...promised].filter((offerId) => !acceptedOffers.has(offerId)).length,
      unrecorded: await count(UNRECORDED),
      unanswered: told('none').length,
      strange: told('strange').length,
      accepted: accepted.length,
      refused: told('no').length,
    };
  } finally {
    await client.end();
  }
}

const DOUBLE = `select count(*) as n from (
  select from spot.assignments where is_active group by request_id having count(*) > 1) as twice`;

const OVERLAPPING = `select count(*) as n from spot.assignments a join spot.assignments b
  on a.volunteer_id = b.volunteer_id and a.id < b.id
  and a.starts_at < b.ends_at and b.starts_at < a.ends_at
  where a.is_active and b.is_active`;

const UNRECORDED = `select count(*) as n from spot.assignments a where not exists (
  select from audit.entries e where e.action = 'spot.offer.accepted' and e.outcome = 'done'
  and e.subject_id = a.volunteer_id and e.object_id::text = a.request_id::text)`;

/** The sentences that say what is wrong; none when the promise holds. */
export function faultsOf(verdict: Verdict): string[] {
  const says: readonly (readonly [number, string])[] = [
    [verdict.double, 'requests have two volunteers at once'],
    [verdict.overlapping, 'pairs of promises of one volunteer overlap'],
    [verdict.lost, 'volunteers were told that their yes counts, and it is not there'],
    [verdict.untold, 'promises are there whose volunteers were told no'],
    [verdict.unrecorded, 'promises have no audit entry'],
    [verdict.unanswered, 'attempts were never answered'],
    [verdict.strange, 'answers were neither yes nor no'],
    [verdict.accepted === 0 ? 1 : 0, 'drill in which nobody was accepted proves nothing'],
    [verdict.refused === 0 ? 1 : 0, 'drill in which nobody was refused proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
