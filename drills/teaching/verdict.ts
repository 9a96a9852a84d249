import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Attempt } from './world.ts';

/** What the database holds, against what people were told. */
export interface Verdict {
  /** Days on which more children have seats than two for each tutor who comes, or than the room holds. */
  readonly over: number;
  /** Days on which a child has a seat and fewer than two vetted adults come. */
  readonly alone: number;
  /** Days whose counts are not what answers and seats say. */
  readonly miscounted: number;
  /** Days on which somebody waits, or is unsure, although a seat is free. */
  readonly skipped: number;
  /** Children without their seat while one who came later has one. */
  readonly overtaken: number;
  /** Presses that were acknowledged, and what they did is not there. */
  readonly lost: number;
  /** Moves of seats of which no event tells families. */
  readonly untold: number;
  /** People who were asked twice for a day. */
  readonly twice: number;
  readonly unanswered: number;
  readonly strange: number;
  readonly taken: number;
  readonly unsure: number;
  readonly restored: number;
  readonly unsettled: number;
  readonly asked: number;
  readonly refused: number;
}

/** Compares answers with the database, by statements that share nothing with the product. */
export async function judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const count = async (sql: string) => (await client.query(sql)).rowCount ?? 0;
    const told = (answer: Sent['answer']) => [...sent].filter(([, { answer: got }]) => got === answer);
    const { rows } = await client.query<{ id: string; state: string }>(
      'select id, state::text from classes.commitments union all select id, state::text from classes.seats',
    );
    const stateOf = new Map(rows.map(({ id, state }) => [id, state]));
    const isLost = ({ kind, id }: Attempt) => stateOf.get(id) !== (kind === 'absence' ? 'given_up' : kind);
    return {
      over: await count(`select from (${DAYS}) d where d.held > least(d.room, 2 * d.tutors)`),
      alone: await count(`select from (${DAYS}) d where d.held > 0 and d.adults < 2`),
      miscounted: await count(`select from (${DAYS}) d where d.held <> d.taken or d.allowed <> d.cap`),
      skipped: await count(`select from (${DAYS}) d where d.wanting > 0 and d.held < d.allowed`),
      overtaken: await count(OVERTAKEN),
      lost: told('yes').filter(([attempt]) => isLost(attempt)).length,
      untold: await count(UNTOLD),
      twice: await count(
        'select from classes.commitments group by session_id, person_id having count(*) > 1',
      ),
      unanswered: told('none').length,
      strange: told('strange').length,
      taken: await count(`select from classes.seats where state = 'taken'`),
      unsure: await count(`select from classes.seats where state = 'unsure'`),
      restored: await count(`select from classes.seat_moves where act = 'restore'`),
      unsettled: await count(`select from classes.seat_moves where act = 'unsettle'`),
      asked: await count(`select from classes.commitments where state = 'asked'`),
      refused: told('no').length,
    };
  } finally {
    await client.end();
  }
}

/** Each day with who comes and who has a seat, counted from the answers and seats themselves. */
const DAYS = `select c.*, case when c.adults < 2 then 0 else least(c.room, 2 * c.tutors) end as allowed from (
  select s.id, s.room, s.cap, s.taken,
    (select count(*) from classes.commitments c where c.session_id = s.id and c.state = 'yes' and c.is_vetted) as adults,
    (select count(*) from classes.commitments c
      where c.session_id = s.id and c.state = 'yes' and c.is_vetted and c.role = 'tutor') as tutors,
    (select count(*) from classes.seats t where t.session_id = s.id and t.state in ('taken', 'offered')) as held,
    (select count(*) from classes.seats t where t.session_id = s.id and t.state in ('waiting', 'unsure')) as wanting
  from classes.sessions s) c`;
/** Whoever was unsure has their seat again before anybody who waits: only among the unsure does the turn count. */
const OVERTAKEN = `select from classes.seats u join classes.seats t on t.session_id = u.session_id and t.state = 'taken'
  where u.state = 'unsure' and t.waiting_since > u.waiting_since and t.seated_at > (
    select max(m.at) from classes.seat_moves m where m.seat_id = u.id and m.act = 'unsettle')`;
const TELLS = `('give', 'taken'), ('offer', 'offered'), ('put_back', 'put_back'), ('pass', 'passed'),
  ('unsettle', 'unsettled'), ('restore', 'restored'), ('give_up', 'given_up')`;
const UNTOLD = `with tells (act, kind) as (values ${TELLS})
  select from classes.seat_moves m join tells using (act)
  group by m.seat_id, m.act, tells.kind
  having count(*) <> (select count(*) from platform.events e
    where e.type = 'classes.seat.' || tells.kind and e.ids->>'seatId' = m.seat_id::text)`;

/** The sentences that say what is wrong; none when the promise holds. */
export function faultsOf(verdict: Verdict): string[] {
  const says: readonly (readonly [number, string])[] = [
    [verdict.over, 'days have more children than those who teach allow'],
    [verdict.alone, 'days have children with fewer than two vetted adults'],
    [verdict.miscounted, 'days count otherwise than answers and seats say'],
    [verdict.skipped, 'days have a free seat while a child waits'],
    [verdict.overtaken, 'children are without their seat behind one who came later'],
    [verdict.lost, 'presses were acknowledged, and what they did is not there'],
    [verdict.untold, 'moves of seats were told nobody, or twice'],
    [verdict.twice, 'people were asked twice for a day'],
    [verdict.unanswered, 'presses were never answered'],
    [verdict.strange, 'answers were neither yes nor no'],
    [verdict.taken === 0 ? 1 : 0, 'drill in which no child has a seat proves nothing'],
    [verdict.unsettled === 0 ? 1 : 0, 'drill in which no tutor costs a seat proves nothing'],
    [verdict.restored === 0 ? 1 : 0, 'drill in which no yes restores a seat proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
