import { sql } from 'kysely';
import { question } from '../../../platform/database/questions.ts';
import type { Figure } from '../../../platform/figures.ts';
import { dayInJapan } from '../../people/index.ts';
import { standing } from '../donors/store/standing.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import { LEAST_YEN, RENEWED, type YearCount } from './rules.ts';

interface Row {
  readonly fiscal_year: number;
  readonly donors: number;
  readonly without_address: number;
}

/**
 * Who counts toward certification in each of the last fiscal years, the newest first: whoever gave enough by name, without what
 * went back. The same person counts once, however often they are entered, and everybody at one address once, with what they
 * gave together; an organization is nobody’s household. Somebody whose address is unknown does not count. Who is not to be named
 * in public is known nevertheless, and counts. Addresses lie sealed: the same one is told by the digest by which donors are
 * compared (`donor_signs`), within a minute of a change.
 */
export const certificationFigure: Figure<readonly YearCount[]> = {
  name: 'giving.certification',
  asks(now) {
    const to = fiscalYearOf(dayInJapan(now));
    const from = to - RENEWED + 1;
    return question<Row, readonly YearCount[]>(
      sql`
        with given as (
          select y.fiscal_year, coalesce(d.person_id, d.id)::text as person, sum(y.kept_jpy) as amount,
            bool_or(d.kind = 'organization') as is_organization, bool_or(d.address is not null) as is_known,
            min(s.digest) as address
          from giving.donor_years y join giving.donors gave on gave.id = y.donor_id
            join giving.donors d on d.id = ${standing('gave')}
            left join giving.donor_signs s on s.donor_id = d.id and s.sign = 'address'
          where y.fiscal_year between ${from}::int and ${to}::int and d.name <> '' group by 1, 2
        ), households as (
          select fiscal_year, case when is_organization then person else coalesce(address, person) end as household,
            sum(amount) as amount, bool_or(is_known) as is_known
          from given group by 1, 2
        )
        select fiscal_year, (count(*) filter (where is_known))::int as donors,
          (count(*) filter (where not is_known))::int as without_address
        from households where amount >= ${LEAST_YEN}::bigint group by 1`,
      (rows) => Array.from({ length: RENEWED }, (_, at) => yearOf(to - at, rows)),
    );
  },
};

function yearOf(fiscalYear: number, rows: readonly Row[]): YearCount {
  const counted = rows.find(({ fiscal_year }) => fiscal_year === fiscalYear);
  return { fiscalYear, donors: counted?.donors ?? 0, withoutAddress: counted?.without_address ?? 0 };
}
