import pg from 'pg';
import { ago, type City } from './city.ts';
import { copyGiving } from './copy-giving.ts';
import { copyAudit, copyNews } from './copy-ledgers.ts';
import { copyPairs } from './copy-pairs.ts';
import { copyPeople, letStepsEnd } from './copy-people.ts';
import { copyWhole } from './copy-rows.ts';

/** What hangs on a request, and how its rows are found. */
const OF_REQUEST = [
  ['spot.support_requests', 'id = $1'],
  ['spot.possible_times', 'request_id = $1'],
  ['spot.transitions', 'request_id = $1'],
  ['spot.offers', 'request_id = $1'],
  ['spot.assignments', 'request_id = $1'],
  ['spot.visits', 'assignment_id in (select id from spot.assignments where request_id = $1)'],
  ['spot.visit_reports', 'assignment_id in (select id from spot.assignments where request_id = $1)'],
  ['spot.visit_feedback', 'assignment_id in (select id from spot.assignments where request_id = $1)'],
  ['conversations.threads', 'subject_id = $1'],
  ['conversations.participants', 'thread_id in (select id from conversations.threads where subject_id = $1)'],
] as const;

/**
 * Puts five years of a city behind a demonstration world: its people, its finished requests and what they left are copied
 * with ids of their own, so are pairs, gifts and the books, all of them over the years, their words forgotten as the retention
 * rules would have done.
 * The world's own people keep their part, ten times that of anybody else.
 * @param ownerUrl an address of the role that owns the schemas
 * @param era another one for each city that is put behind the same world
 * @returns how many rows each of the largest tables has
 */
export async function fillCity(ownerUrl: string, city: City, era: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    await client.query('set work_mem = "128MB"');
    await withoutGuards(client, async () => {
      await letStepsEnd(client, city);
      await copyPeople(client, city, era);
      await copyRequests(client, city, era);
      await copyPairs(client, city, era);
      await copyGiving(client, city, era);
      await copyNews(client, city, era);
      await copyAudit(client, city);
    });
    await client.query(
      "insert into spot.dispatch_changes (volunteer_id) select person_id from trust.applications where state = 'approved'",
    );
    await client.query(
      'select spot.keep_volunteer_record(volunteer_id) from (select distinct volunteer_id from spot.assignments) a',
    );
    await client.query(
      "select trust.keep_last_steps_of(person_id) from trust.applications where state = 'approved'",
    );
    await client.query('vacuum analyze');
    return await count(client);
  } finally {
    await client.end();
  }
}

/** What is kept with what is written, and read in its place: once for each statement it costs little. */
const KEPT = [
  ['giving.entries', 'keep_sums'],
  ['giving.gifts', 'without_receipt'],
  ['giving.gifts', 'donor_years'],
  ['giving.gifts', 'donations'],
  ['giving.receipt_gifts', 'without_receipt_no_more'],
] as const;

/**
 * The triggers that guard history and note changes are off meanwhile: nothing here happens, it has happened. Sums of the
 * books and what waits for a receipt are kept all the same.
 */
async function withoutGuards(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = tgrelid
     where not tgisinternal and relnamespace::regnamespace::text in ('people', 'spot', 'trust', 'audit', 'conversations', 'notifications', 'giving', 'pairs')`,
  );
  for (const { name } of rows) await client.query(`alter table ${name} disable trigger user`);
  for (const [table, trigger] of KEPT) await client.query(`alter table ${table} enable trigger ${trigger}`);
  await work();
  for (const { name } of rows) await client.query(`alter table ${name} enable trigger user`);
}

async function copyRequests(client: pg.Client, { requests }: City, era: string): Promise<void> {
  const { rows } = await client.query<{ id: string; requester: string; volunteer: string; others: string[] }>(
    `select r.id, r.requester_id as requester, a.volunteer_id as volunteer,
       array(select volunteer_id from spot.offers o where o.request_id = r.id and o.volunteer_id <> a.volunteer_id) as others
     from spot.support_requests r join spot.assignments a on a.request_id = r.id and a.ended_because = 'fulfilled'
     where r.state = 'closed' order by (select count(*) from spot.offers o where o.request_id = r.id) desc, r.id limit 1`,
  );
  const [one] = rows;
  if (!one) throw new Error('the world has no finished request to copy');
  const [other1 = one.volunteer, other2 = one.volunteer] = one.others;
  const within = (where: string) => `t.${where.replaceAll('$1', `'${one.id}'`)}`;
  const shift = ago(`${requests}`);
  const asked = `and t.volunteer_id in ('${one.volunteer}', '${other1}', '${other2}')`;
  const tables = OF_REQUEST.map(
    ([table, where]) => [table, `${within(where)} ${table === 'spot.offers' ? asked : ''}`] as const,
  );
  await copyWhole(client, tables, {
    era,
    times: requests,
    shift,
    instead: [
      [one.requester, 'residents_of_city', 'k'],
      [one.volunteer, 'volunteers_of_city', 'k'],
      [other1, 'volunteers_of_city', 'k + 1'],
      [other2, 'volunteers_of_city', 'k + 2'],
    ],
    overrides: {
      forgotten_at: `t.ended_at - ${shift}`,
      ...Object.fromEntries(['words', 'origin', 'by', 'at'].map((what) => [`japanese_${what}`, 'null'])),
    },
  });
}

async function count(client: pg.Client): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  const tables = ['people.persons', 'spot.support_requests', 'spot.offers', 'spot.transitions'];
  const giving = ['donors', 'gifts', 'entries', 'promises', 'bank_lines', 'receipts', 'deeds', 'thanks'];
  const pairs = ['pairs.pairs', 'pairs.applications', 'notifications.notifications', 'audit.entries'];
  for (const table of [...tables, ...giving.map((name) => `giving.${name}`), ...pairs])
    counted[table] = Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
  return counted;
}
