import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { daysOf } from '../rules/fiscal-year.ts';
import type { Donations } from './rules.ts';

/**
 * The donations of a fiscal year by the books: all that moved in their account, on the day on which it counts there, with the
 * gift that it was of. A correction is taken off what was given; a refund that failed, off what went back. Read from sums that
 * are kept with what is booked (`giving.donation_sums`); what they don't have of the account was of no gift.
 */
export async function listDonations(db: Database, fiscalYear: number): Promise<Donations[]> {
  const { from, until } = daysOf(fiscalYear);
  const { rows } = await sql<Donations>`
    with known as (
      select to_char(month, 'YYYY-MM') as month, channel, fund_id as fund, campaign_id as campaign,
        coalesce(donor_kind::text, 'nobody') as kind, case when is_monthly then 'monthly' else 'once' end as rhythm,
        sum(gifts)::integer as gifts, sum(given_jpy)::bigint as given, sum(returned_jpy)::bigint as returned
      from giving.donation_sums where month >= ${from} and month < ${until} group by 1, 2, 3, 4, 5, 6
    ), booked as (
      select to_char(month, 'YYYY-MM') as month, fund_id as fund, sum(credit_jpy - debit_jpy)::bigint as stayed
      from giving.sums where account_id = 'donations' and month >= ${from} and month < ${until} group by 1, 2
    ), others as (
      select b.month, b.fund, (b.stayed - coalesce(sum(k.given - k.returned), 0))::bigint as given
      from booked b left join known k using (month, fund) group by b.month, b.fund, b.stayed
    )
    select * from known where gifts <> 0 or given <> 0 or returned <> 0
    union all select month, null, fund, null, null, null, 0, given, 0 from others where given <> 0
    order by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows;
}
