import { sql } from 'kysely';
import type { PairIds } from '../../../../matching/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';

/** How long two whose proposal came to nothing are not proposed to each other again. */
const NOT_AGAIN_DAYS = 180;

/** What was and is between people by pairs. */
export interface Ties {
  /** How many places of an application are held. */
  readonly held: ReadonlyMap<string, number>;
  /** With whom somebody has been in a pair, by person. */
  readonly former: ReadonlyMap<string, readonly string[]>;
  /** With whom of those they said they would be in a pair again, when the last one with them was over. */
  readonly again: ReadonlyMap<string, readonly string[]>;
  /** How many pairs somebody has completed. */
  readonly completed: ReadonlyMap<string, number>;
  readonly notAgain: readonly PairIds[];
}

/** Everything that pairs have left behind which a round must know: of those applications alone, by a fixed number of questions. */
export async function listTies(
  db: Database,
  applicationIds: readonly string[],
  now: Temporal.Instant,
): Promise<Ties> {
  const held = await countHeld(db, applicationIds);
  const former = await listFormer(db, applicationIds);
  return {
    held,
    former: new Map(former.map(({ id, others }) => [id, others])),
    again: new Map(former.map(({ id, again }) => [id, again])),
    completed: new Map(former.map(({ id, completed }) => [id, completed])),
    notAgain: await listNotAgain(db, applicationIds, now),
  };
}

async function countHeld(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; held: number }>`
    select application_id as id, count(*)::int as held from pairs.held_places
    where application_id = any(${[...ids]}::uuid[]) group by 1`.execute(db);
  return new Map(rows.map(({ id, held }) => [id, held]));
}

/** Residents, by application, whose pair has come further than a proposal. */
export async function listTaken(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select resident_application_id as id from pairs.pairs
    where state in ('introduction', 'active', 'paused')`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

interface Former {
  readonly id: string;
  readonly others: readonly string[];
  readonly again: readonly string[];
  readonly completed: number;
}

/** Of everybody of some applications: with whom they have been in a pair, and with whom of them they would be again. */
async function listFormer(db: Database, ids: readonly string[]): Promise<readonly Former[]> {
  const { rows } = await sql<Former>`
    with ready as (
      select m.person_id from pairs.members m where m.application_id = any(${[...ids]}::uuid[])),
    together as (
      select p.id as pair_id, p.state, o.person_id, t.person_id as other_id,
        first_value(coalesce(c.wants_same, false)) over (
          partition by o.person_id, t.person_id order by p.over_at desc nulls first, p.id) as wants_same
      from pairs.pairs p
      join pairs.members o on o.application_id in (p.volunteer_application_id, p.resident_application_id)
      join pairs.members t on t.application_id in (p.volunteer_application_id, p.resident_application_id)
        and t.application_id <> o.application_id
      left join pairs.closures c on c.pair_id = p.id
        and c.side = (case o.application_id when p.volunteer_application_id then 'volunteer' else 'resident' end)::pairs.side
      where p.state in ('active', 'paused', 'completed', 'ended')
        and o.person_id in (select person_id from ready))
    select person_id as id, array_agg(distinct other_id) as others,
      coalesce(array_agg(distinct other_id) filter (where wants_same), '{}') as again,
      (count(distinct pair_id) filter (where state = 'completed'))::int as completed
    from together group by 1`.execute(db);
  return rows;
}

async function listNotAgain(
  db: Database,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<readonly PairIds[]> {
  const since = now.subtract({ hours: 24 * NOT_AGAIN_DAYS });
  const { rows } = await sql<PairIds>`
    select distinct p.resident_application_id as "residentId", p.volunteer_application_id as "volunteerId"
    from pairs.pairs p
    where p.resident_application_id = any(${[...ids]}::uuid[])
      and p.volunteer_application_id = any(${[...ids]}::uuid[])
      and p.state = 'fell_through' and p.over_at > ${since}::timestamptz`.execute(db);
  return rows;
}
