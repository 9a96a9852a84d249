import pg from 'pg';
import { copyAudit, copyNews } from './copy-ledgers.ts';
import { copyPeople, letStepsEnd } from './copy-people.ts';
import { ago, type City, type Copying, copyRows } from './copy-rows.ts';

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
 * with ids of their own, the requests over the years, their words forgotten as the retention rules would have done.
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

/** The triggers that guard history and note changes are off meanwhile: nothing here happens, it has happened. */
async function withoutGuards(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = tgrelid
     where not tgisinternal and relnamespace::regnamespace::text in ('people', 'spot', 'trust', 'audit', 'conversations', 'notifications')`,
  );
  for (const { name } of rows) await client.query(`alter table ${name} disable trigger user`);
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
  await client.query('drop table if exists pg_temp.copied');
  await client.query('create temp table copied (id uuid)');
  const within = (where: string) => where.replaceAll('$1', `'${one.id}'`);
  for (const table of ['spot.support_requests', 'spot.offers', 'spot.assignments', 'conversations.threads']) {
    const where = OF_REQUEST.find(([name]) => name === table)?.[1] ?? '';
    await client.query(`insert into copied select id from ${table} where ${within(where)}`);
  }
  const shift = ago(`${requests}`);
  const copying: Copying = {
    era,
    times: requests,
    ids: 'select id from copied',
    shift,
    persons: [
      [one.requester, 'residents_of_city', 'k'],
      [one.volunteer, 'volunteers_of_city', 'k'],
      [other1, 'volunteers_of_city', 'k + 1'],
      [other2, 'volunteers_of_city', 'k + 2'],
    ],
    overrides: {
      forgotten_at: `t.ended_at - ${shift}`,
      ...Object.fromEntries(['words', 'origin', 'by', 'at'].map((what) => [`japanese_${what}`, 'null'])),
    },
  };
  for (const [table, where] of OF_REQUEST) {
    const others =
      table === 'spot.offers' ? `and t.volunteer_id in ('${one.volunteer}', '${other1}', '${other2}')` : '';
    await copyRows(client, table, `${within(where).replace(/^(\w+)/, 't.$1')} ${others}`, copying);
  }
}

async function count(client: pg.Client): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  const tables = ['people.persons', 'spot.support_requests', 'spot.offers', 'spot.transitions'];
  for (const table of [...tables, 'notifications.notifications', 'audit.entries'])
    counted[table] = Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
  return counted;
}
