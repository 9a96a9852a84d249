import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Attempt } from './world.ts';

/** What the database holds, against what people were told. */
export interface Verdict {
  /** Applications in more proposals and pairs at once than they said. */
  readonly beyond: number;
  /** Two applications that are proposed to each other twice at once. */
  readonly twice: number;
  /** Proposals and pairs of somebody who has withdrawn. */
  readonly withdrawn: number;
  /** Rounds of which somebody was told that they are published, or applications that they are withdrawn, and are not. */
  readonly lost: number;
  /** Rounds that are published although nobody was told so. */
  readonly untold: number;
  /** Published rounds without their audit entry, and proposals without their event. */
  readonly unrecorded: number;
  readonly unanswered: number;
  readonly strange: number;
  readonly published: number;
  readonly left: number;
  readonly refused: number;
  readonly proposals: number;
}

interface Row {
  readonly id: string;
}

/** Compares answers with the database, by statements that share nothing with the product. */
export async function judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const ids = async (sql: string) => new Set((await client.query<Row>(sql)).rows.map(({ id }) => id));
    const count = async (sql: string) => (await client.query(sql)).rowCount ?? 0;
    const told = (answer: Sent['answer'], kind?: Attempt['kind']) =>
      [...sent].filter(([one, { answer: got }]) => got === answer && (!kind || one.kind === kind));
    const published = await ids(`select id from pairs.rounds where state = 'published'`);
    const gone = await ids(`select id from pairs.applications where state = 'withdrawn'`);
    const [toldPublished, toldGone] = [told('yes', 'publish'), told('yes', 'withdraw')];
    const toldRounds = new Set(toldPublished.map(([{ id }]) => id));
    return {
      beyond: await count(BEYOND),
      twice: await count(TWICE),
      withdrawn: await count(WITHDRAWN),
      lost:
        toldPublished.filter(([{ id }]) => !published.has(id)).length +
        toldGone.filter(([{ id }]) => !gone.has(id)).length,
      untold: [...published].filter((id) => !toldRounds.has(id)).length,
      unrecorded: (await count(UNRECORDED_ROUNDS)) + (await count(UNTOLD_PAIRS)),
      unanswered: told('none').length,
      strange: told('strange').length,
      published: toldPublished.length,
      left: toldGone.length,
      refused: told('no').length,
      proposals: await count('select from pairs.pairs'),
    };
  } finally {
    await client.end();
  }
}

const LIVE = `('proposed', 'offered', 'introduction', 'active', 'paused')`;

const BEYOND = `select application_id from (
    select volunteer_application_id as application_id from pairs.pairs where state in ${LIVE}
    union all select resident_application_id from pairs.pairs where state in ${LIVE}) as held
  group by application_id
  having count(*) > (select count(*) from pairs.places p where p.application_id = held.application_id)`;

const TWICE = `select from pairs.pairs where state in ${LIVE}
  group by volunteer_application_id, resident_application_id having count(*) > 1`;

const WITHDRAWN = `select from pairs.pairs p join pairs.applications a
    on a.id in (p.volunteer_application_id, p.resident_application_id)
  where p.state in ${LIVE} and a.state = 'withdrawn'`;

const UNRECORDED_ROUNDS = `select from pairs.rounds r where r.state = 'published' and not exists (
  select from audit.entries e where e.action = 'pairs.round.published' and e.outcome = 'done'
    and e.object_id::text = r.id::text)`;

const UNTOLD_PAIRS = `select from pairs.pairs p where not exists (
  select from platform.events e where e.type = 'pairs.pair.proposed' and e.ids ->> 'pairId' = p.id::text)`;

/** The sentences that say what is wrong; none when the promise holds. */
export function faultsOf(verdict: Verdict): string[] {
  const says: readonly (readonly [number, string])[] = [
    [verdict.beyond, 'applications are in more proposals and pairs than they said'],
    [verdict.twice, 'times two are proposed to each other twice at once'],
    [verdict.withdrawn, 'proposals are of somebody who has withdrawn'],
    [verdict.lost, 'presses were acknowledged, and what they did is not there'],
    [verdict.untold, 'rounds are published whose coordinators were told no'],
    [verdict.unrecorded, 'rounds have no audit entry, or proposals no event'],
    [verdict.unanswered, 'presses were never answered'],
    [verdict.strange, 'answers were neither yes nor no'],
    [verdict.published < 2 ? 1 : 0, 'drill in which rounds are not published proves nothing'],
    [verdict.left === 0 ? 1 : 0, 'drill in which nobody withdraws proves nothing'],
    [verdict.proposals === 0 ? 1 : 0, 'drill in which nobody is proposed proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
