import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { standing } from '../donors/store/standing.ts';
import { daysOf } from '../rules/fiscal-year.ts';
import type { Donations } from './rules.ts';

/**
 * The donations of a fiscal year by the books: all that moved in their account, on the day on which it counts there, with the
 * gift that it was of. A correction is taken off what was given; a refund that failed, off what went back.
 */
export async function listDonations(db: Database, fiscalYear: number): Promise<Donations[]> {
  const { from, until } = daysOf(fiscalYear);
  const { rows } = await sql<Donations>`
    with moved as (
      select t.id, t.kind, t.occurred_on, e.fund_id, e.amount_jpy, coalesce(g.id, back.gift_id, again.gift_id) as gift_id,
        t.kind in ('refund', 'charge_back') or coalesce(r.kind in ('refund', 'charge_back'), false) as is_return
      from giving.transactions t
        join giving.entries e on e.transaction_id = t.id and e.account_id = 'donations'
        left join giving.gifts g on g.transaction_id = t.id
        left join giving.returns back on back.transaction_id = t.id
        left join giving.transactions r on r.id = t.reverses
        left join giving.returns again on again.transaction_id = r.id
      where t.occurred_on >= ${from} and t.occurred_on < ${until}
    )
    select to_char(m.occurred_on, 'YYYY-MM') as month, g.channel, m.fund_id as fund, g.campaign_id as campaign,
      case when g.id is not null then coalesce(d.kind::text, 'nobody') end as kind,
      case when g.promise_id is not null then 'monthly' when g.id is not null then 'once' end as rhythm,
      (count(*) filter (where m.id = g.transaction_id)
        - count(*) filter (where m.kind = 'correction' and not is_return and m.gift_id is not null))::integer as gifts,
      coalesce(-sum(m.amount_jpy) filter (where not is_return), 0)::bigint as given,
      coalesce(sum(m.amount_jpy) filter (where is_return), 0)::bigint as returned
    from moved m left join giving.gifts g on g.id = m.gift_id left join giving.donors gave on gave.id = g.donor_id
      left join giving.donors d on d.id = ${standing('gave')}
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows;
}
