import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { worldDatabase } from '../../../../test/support/demonstration.ts';

const { db, now } = await worldDatabase();

const states = async (table: string) => {
  const { rows } = await sql<{ state: string; n: number }>`
    select state::text, count(*)::int as n from ${sql.raw(table)} group by 1`.execute(db);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

test('the invented world has pairs in every state, and about forty who wait', async () => {
  expect(Object.keys(await states('pairs.pairs')).sort()).toEqual([
    'active',
    'completed',
    'ended',
    'fell_through',
    'introduction',
    'offered',
    'paused',
    'proposed',
  ]);
  const { ready = 0, submitted, declined } = await states('pairs.applications');
  expect(ready).toBeGreaterThanOrEqual(40);
  expect([submitted, declined]).toEqual([2, 1]);
});

test('a round waits to be looked at, with a proposal for most who wait', async () => {
  expect(await states('pairs.rounds')).toEqual({ solved: 1 });
});

test('a pair has gone quiet in its fourth month, and in another the two feel differently about it', async () => {
  const { rows } = await sql<{ kind: string }>`
    select distinct a.kind::text from pairs.alarms a join pairs.pairs p on p.id = a.pair_id
    where p.started_on < ${now}::date - 90 and a.closed_at is null order by 1`.execute(db);
  expect(rows.map(({ kind }) => kind)).toEqual(['disagreement', 'gone_quiet', 'low_feeling']);
});

test('families are in a pair together', async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pairs.members m
    join pairs.pairs p on m.application_id in (p.volunteer_application_id, p.resident_application_id)
    group by p.id order by 1 desc limit 1`.execute(db);
  expect(rows[0]?.n).toBe(6);
});

test('a check-in waits for Lin, and a word on how it was for one of two who have ended', async () => {
  const { rows: asked } = await sql<{ name: string }>`
    select h.name from pairs.check_ins c join pairs.pairs p on p.id = c.pair_id join people.persons h on h.id = c.person_id
    where c.answered_at is null and p.state = 'active'`.execute(db);
  expect(asked).toEqual([{ name: expect.stringMatching(/^林/) }]);
  const { rows: open } = await sql<{ side: string }>`
    select c.side::text from pairs.pairs p join pairs.closures c on c.pair_id = p.id
    where p.state = 'ended' and p.over_at > ${now}::date - 60`.execute(db);
  expect(open).toEqual([{ side: 'resident' }]);
});

test('whoever meets or is in a pair can write to the other, and nobody else', async () => {
  const { rows } = await sql<{ state: string; isOpen: boolean | null }>`
    select distinct p.state::text, t.id is not null and t.closed_at is null as "isOpen"
    from pairs.pairs p left join conversations.threads t on t.subject_kind = 'pairs.pair' and t.subject_id = p.id`.execute(
    db,
  );
  const open = rows.filter(({ isOpen }) => isOpen).map(({ state }) => state);
  expect(open.sort()).toEqual(['active', 'introduction', 'paused']);
  const closed = rows.filter(({ isOpen }) => !isOpen).map(({ state }) => state);
  expect(closed.sort()).toEqual(['completed', 'ended', 'fell_through', 'offered', 'proposed']);
});
