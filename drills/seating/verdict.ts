import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Attempt } from './world.ts';

/** What the database holds, against what people were told. */
export interface Verdict {
  /** Kinds of seats of events that more people hold than there are. */
  readonly over: number;
  /** Kinds of seats whose count is not what registrations say. */
  readonly miscounted: number;
  /** People who count twice at an event. */
  readonly twice: number;
  /** Parties that wait although there is enough for all of them. */
  readonly skipped: number;
  /** Presses that were acknowledged, and what they did is not there. */
  readonly lost: number;
  /** Steps of registrations that neither were told nor wait to be. */
  readonly untold: number;
  readonly unanswered: number;
  readonly strange: number;
  readonly seated: number;
  readonly offered: number;
  readonly waiting: number;
  readonly cancelled: number;
  readonly refused: number;
}

/** Compares answers with the database, by statements that share nothing with the product. */
export async function judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const count = async (sql: string) => (await client.query(sql)).rowCount ?? 0;
    const told = (answer: Sent['answer']) => [...sent].filter(([, { answer: got }]) => got === answer);
    const inState = (state: string) => count(`select from events.registrations where state = '${state}'`);
    const { rows } = await client.query<{ key: string; state: string }>(
      `select event_id || ' ' || person_id as key, state from events.registrations`,
    );
    const registered = new Set(rows.map(({ key }) => key));
    const { rows: byId } = await client.query<{ id: string; state: string }>(
      'select id, state from events.registrations',
    );
    const stateOf = new Map(byId.map(({ id, state }) => [id, state]));
    const isLost = ({ kind, eventId, personId, registrationId }: Attempt) =>
      (kind === 'register' && !registered.has(`${eventId} ${personId}`)) ||
      (kind === 'cancellation' && stateOf.get(registrationId ?? '') !== 'cancelled');
    return {
      over: await count(OVER),
      miscounted: await count(MISCOUNTED),
      twice: await count(TWICE),
      skipped: await count(SKIPPED),
      lost: told('yes').filter(([attempt]) => isLost(attempt)).length,
      untold: await count(UNTOLD),
      unanswered: told('none').length,
      strange: told('strange').length,
      seated: await inState('seated'),
      offered: await inState('offered'),
      waiting: await inState('waiting'),
      cancelled: await inState('cancelled'),
      refused: told('no').length,
    };
  } finally {
    await client.end();
  }
}

/** Who holds seats of each kind that the drill counts. */
const HELD = `select s.id, s.capacity, s.taken, count(a.id) as held
  from events.seats s
  left join events.registrations r on r.event_id = s.event_id and r.state in ('seated', 'offered')
  left join events.attendees a on a.registration_id = r.id and (s.kind = 'anybody' or a.is_child)
  group by s.id`;
const OVER = `select from (${HELD}) as held where held > capacity`;
const MISCOUNTED = `select from (${HELD}) as held where held <> taken`;
const TWICE = `select from events.registrations where state in ('seated', 'waiting', 'offered')
  group by event_id, person_id having count(*) > 1`;
const SKIPPED = `select from events.registrations r where r.state = 'waiting' and not exists (
  select from (${HELD}) as held join events.seats s using (id)
  where s.event_id = r.event_id and s.capacity - held.held < (
    select count(*) from events.attendees a where a.registration_id = r.id and (s.kind = 'anybody' or a.is_child)))`;
// An offer that is answered before its mail is written is told as what came of it.
const UNTOLD = `select from events.seat_moves m join events.registrations r on r.id = m.registration_id
  where not (m.act = 'offer' and r.state <> 'offered')
    and not exists (select from platform.sent_mail where key = 'event:' || m.id)
    and not exists (select from graphile_worker._private_jobs where key in ('events-tell:' || m.id, 'send-mail:event:' || m.id))`;

/** The sentences that say what is wrong; none when the promise holds. */
export function faultsOf(verdict: Verdict): string[] {
  const says: readonly (readonly [number, string])[] = [
    [verdict.over, 'kinds of seats are held by more than there are'],
    [verdict.miscounted, 'counts of seats are not what registrations say'],
    [verdict.twice, 'people count twice at an event'],
    [verdict.skipped, 'parties wait although there is enough for them'],
    [verdict.lost, 'presses were acknowledged, and what they did is not there'],
    [verdict.untold, 'steps were told nobody'],
    [verdict.unanswered, 'presses were never answered'],
    [verdict.strange, 'answers were neither yes nor no'],
    [verdict.offered === 0 ? 1 : 0, 'drill in which nothing is offered proves nothing'],
    [verdict.waiting === 0 ? 1 : 0, 'drill in which nobody waits proves nothing'],
    [verdict.cancelled === 0 ? 1 : 0, 'drill in which nobody cancels proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
