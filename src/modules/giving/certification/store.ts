import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { standing } from '../donors/store/standing.ts';
import { daysOf } from '../rules/fiscal-year.ts';
import type { Given } from './rules.ts';

const addresses = sealedColumn('giving.donors.address');

/**
 * What everybody whose name is known gave from one fiscal year to another, by donor and year, without what went back. Who is not
 * to be named in public is known nevertheless, and counts.
 */
export async function listGiven(
  db: Database,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Given[]> {
  const fiscalYear = sql<number>`extract(year from g.received_on - interval '3 months')::int`;
  const rows = await db
    .selectFrom('giving.gifts as g')
    .innerJoin('giving.donors as gave', 'gave.id', 'g.donor_id')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('gave')))
    .select([
      fiscalYear.as('fiscal_year'),
      ...(['d.id', 'd.person_id', 'd.kind', 'd.address'] as const),
      sql<number>`sum(g.amount_jpy - g.returned_jpy)`.as('amount'),
    ])
    .where('d.name', '<>', '')
    .where('g.received_on', '>=', daysOf(from).from)
    .where('g.received_on', '<', daysOf(to).until)
    .groupBy([fiscalYear, 'd.id'])
    .orderBy('d.id')
    .execute();
  // Opened once each, however many years somebody gave.
  const opened = new Map<string, string | null>();
  for (const { id, address } of rows) if (!opened.has(id)) opened.set(id, addresses.open(db, id, address));
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    donorId: row.id,
    personId: row.person_id,
    isOrganization: row.kind === 'organization',
    address: opened.get(row.id) ?? null,
    amount: Number(row.amount),
  }));
}
