import type pg from 'pg';
import { codeOf } from './copy-rows.ts';

/**
 * Gives the receipts that donors of copied gifts wish for: each one the same day, yearly ones in January, under the next
 * numbers of their fiscal years. What they said is forgotten.
 */
export async function giveReceipts(client: pg.Client, era: string): Promise<void> {
  await client.query('drop table if exists pg_temp.receipted, pg_temp.numbered');
  await client.query(
    `create temp table receipted as
     select g.id as gift_id, g.donor_id, g.amount_jpy, years.calendar_year, md5('${era}/' || case
       when years.calendar_year is null then g.id::text else g.donor_id::text || years.calendar_year end)::uuid as id,
       case when years.calendar_year is null then g.received_on else make_date(years.calendar_year + 1, 1, 10) end as issued_on
     from giving.gifts g join giving.donors d on d.id = g.donor_id
     join giving.transactions b on b.id = g.transaction_id and b.source like '%/${era}/%'
     cross join lateral (select case when d.receipt_wish = 'yearly' then extract(year from g.received_on)::int end) years (calendar_year)
     where g.channel in ('bank', 'card') and g.returned_jpy = 0
       and (d.receipt_wish = 'each' or years.calendar_year < extract(year from current_date))`,
  );
  await client.query(
    `create temp table numbered as
     select r.*, row_number() over (partition by r.fiscal_year order by r.issued_on, r.id)
       + coalesce((select last from giving.receipt_counters c where c.fiscal_year = r.fiscal_year), 0) as number
     from (select id, donor_id, calendar_year, issued_on, sum(amount_jpy) as amount_jpy,
         extract(year from issued_on - interval '3 months')::int as fiscal_year
       from receipted group by id, donor_id, calendar_year, issued_on) r`,
  );
  await client.query(
    `insert into giving.receipt_counters (fiscal_year, last) select fiscal_year, max(number) from numbered group by 1
     on conflict (fiscal_year) do update set last = excluded.last`,
  );
  await client.query(
    `insert into giving.receipts
       (id, fiscal_year, number, kind, calendar_year, donor_id, amount_jpy, code, issued_at, is_by_post, forgotten_at)
     select id, fiscal_year, number, case when calendar_year is null then 'each' else 'yearly' end::giving.receipt_kind,
       calendar_year, donor_id, amount_jpy, ${codeOf('id::text')}, issued_on, false, now() from numbered`,
  );
  await client.query(
    'insert into giving.receipt_gifts (gift_id, receipt_id) select gift_id, id from receipted',
  );
}
