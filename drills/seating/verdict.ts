import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Attempt } from './world.ts';

/** What the database holds, against what people were told. */
export interface Verdict {
  /** Kinds of seats that more people hold than there are, where somebody got one after the last lowering, or none was. */
  readonly over: number;
  /** Kinds of seats of which a lowering has left more taken than there are. */
  readonly left: number;
  /** Parties that had seats or an offer, and the house took them. */
  readonly removed: number;
  /** Kinds of seats whose count is not what registrations say. */
  readonly miscounted: number;
  /** People who count twice at an event. */
  readonly twice: number;
  /** Parties that wait although there is enough for all of them. */
  readonly skipped: number;
  /** Parties that wait while one that came later and needs no less has an offer. */
  readonly overtaken: number;
  /** Presses that were acknowledged, and what they did is not there. */
  readonly lost: number;
  /** Changes of seats by a coordinator that were not carried out. */
  readonly unseated: number;
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
    const { rows: seats } = await client.query<{ event_id: string; kind: string; capacity: number }>(
      'select event_id, kind, capacity from events.seats',
    );
    const capacities = new Map(
      seats.map(({ event_id, kind, capacity }) => [`${event_id} ${kind}`, `${capacity}`]),
    );
    // One after the other: the last of an event is what there is now.
    const seatings = [...sent].filter(([{ kind }]) => kind === 'seating');
    const last = new Map(seatings.map(([attempt]) => [attempt.eventId, attempt]));
    const isLost = (attempt: Attempt) => {
      const { kind, eventId, personId, registrationId, fields } = attempt;
      if (kind === 'seating' && last.get(eventId) === attempt)
        return ['anybody', 'child'].some((one) => capacities.get(`${eventId} ${one}`) !== fields[one]);
      return (
        (kind === 'register' && !registered.has(`${eventId} ${personId}`)) ||
        (kind === 'cancellation' && stateOf.get(registrationId ?? '') !== 'cancelled')
      );
    };
    const changed = [...sent.keys()].flatMap(({ kind, registrationId }) =>
      kind === 'party' ? (registrationId ?? []) : [],
    );
    return {
      over: await count(OVER),
      left: await count(LEFT),
      removed: await count(REMOVED),
      miscounted: await count(MISCOUNTED),
      twice: await count(TWICE),
      skipped: await count(SKIPPED),
      overtaken: (await client.query(OVERTAKEN, [changed])).rowCount ?? 0,
      lost: told('yes').filter(([attempt]) => isLost(attempt)).length,
      unseated: seatings.filter(([, { answer }]) => answer !== 'yes').length,
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
const HELD = `select s.id, s.event_id, s.kind, s.capacity, s.taken, count(a.id) as held
  from events.seats s
  left join events.registrations r on r.event_id = s.event_id and r.state in ('seated', 'offered')
  left join events.attendees a on a.registration_id = r.id and (s.kind = 'anybody' or a.is_child)
  group by s.id`;
/** A lowering takes nobody's seats; what it leaves is over until people give some up, and nobody gets one meanwhile. */
const LEFT = `select from (${HELD}) as held where held > capacity`;
/** The last lowering moves the event too, and says so to all who are registered: lines of the history behind it are later. */
const OVER = `select from (${HELD}) as held where held > capacity and (
  not exists (select from events.seat_moves where event_id = held.event_id and act = 'move')
  or exists (
    select from events.seat_moves m where m.event_id = held.event_id
      and m.id > (select max(id) from events.seat_moves where event_id = held.event_id and act = 'move')
      and m.to_state in ('seated', 'offered') and m.from_state not in ('seated', 'offered')
      and exists (select from events.attendees a
        where a.registration_id = m.registration_id and (held.kind = 'anybody' or a.is_child))))`;
/** Offers are open for hours, and the drill runs for minutes: none has run out. */
const REMOVED = `select from events.seat_moves where by_house and from_state in ('seated', 'offered')
  and to_state not in ('seated', 'offered')`;
const MISCOUNTED = `select from (${HELD}) as held where held <> taken`;
const TWICE = `select from events.registrations where state in ('seated', 'waiting', 'offered')
  group by event_id, person_id having count(*) > 1`;
const NEEDS = `select r.id, r.event_id, r.state, r.waiting_since, count(a.id) as everybody,
    count(a.id) filter (where a.is_child) as children
  from events.registrations r join events.attendees a on a.registration_id = r.id group by r.id`;
/** But for whoever has changed their party since: with fewer they may fit behind an offer that was made before. */
const OVERTAKEN = `with needs as (${NEEDS}) select from needs w where w.state = 'waiting' and w.id <> all ($1::uuid[])
  and exists (select from needs o where o.event_id = w.event_id and o.state = 'offered' and o.waiting_since > w.waiting_since
    and o.everybody >= w.everybody and o.children >= w.children)`;
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
    [verdict.over, 'kinds of seats were given to more than there are'],
    [verdict.removed, 'parties had seats and the house took them'],
    [verdict.overtaken, 'parties wait behind one that came later and needs no less'],
    [verdict.unseated, 'changes of seats were not carried out'],
    [verdict.miscounted, 'counts of seats are not what registrations say'],
    [verdict.twice, 'people count twice at an event'],
    [verdict.skipped, 'parties wait although there is enough for them'],
    [verdict.lost, 'presses were acknowledged, and what they did is not there'],
    [verdict.untold, 'steps were told nobody'],
    [verdict.unanswered, 'presses were never answered'],
    [verdict.strange, 'answers were neither yes nor no'],
    [verdict.offered === 0 ? 1 : 0, 'drill in which nothing is offered proves nothing'],
    [verdict.waiting === 0 ? 1 : 0, 'drill in which nobody waits proves nothing'],
    [verdict.left === 0 ? 1 : 0, 'drill in which no lowering leaves more than there are proves nothing'],
    [verdict.cancelled === 0 ? 1 : 0, 'drill in which nobody cancels proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
