import type pg from 'pg';
import { ago, type City } from './city.ts';

/** Tells residents and volunteers what happened to their requests, and that they have read it. */
export async function copyNews(client: pg.Client, { news }: City, era: string): Promise<void> {
  await client.query(
    `insert into notifications.notifications (occasion, person_id, channel, kind, object_id, created_at, read_at)
     select '${era}/' || k, coalesce(r.id, v.id), 'inbox', case when k % 2 = 0 then 'request_accepted' else 'assignment_confirmed' end,
       (select id from spot.support_requests limit 1), now() - ${ago('$1::int')},
       now() - ${ago('$1::int')}
     from generate_series(1, $1::int) k
     left join residents_of_city r on k % 2 = 0 and r.n = k % (select count(*) from residents_of_city)
     left join volunteers_of_city v on k % 2 = 1 and v.n = k % (select count(*) from volunteers_of_city)`,
    [news],
  );
}

/** To write the indexes at the end takes a fraction of keeping them through five million rows. */
export async function copyAudit(client: pg.Client, { auditEntries }: City): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'audit.entries'::regclass and not indisunique`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(
    `insert into audit.entries (at, actor_id, actor_role, action, object_kind, object_id, subject_id, outcome, detail)
     select now() - interval '5 years' * (1 - k::float8 / $1::int), s.id, 'coordinator', 'spot.request.viewed',
       'spot.request', md5((k / 10)::text), r.id, 'seen', '{}'
     from generate_series(1, $1::int) k
     join (select row_number() over (order by person_id) - 1 as n, count(*) over () as size, person_id as id
       from people.roles where role = 'coordinator' and until_on is null) s on s.n = k % s.size
     join residents_of_city r on r.n = k % (select count(*) from residents_of_city)`,
    [auditEntries],
  );
  for (const { definition } of indexes) await client.query(definition);
}
