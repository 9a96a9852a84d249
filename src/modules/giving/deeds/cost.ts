import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { dayInJapan } from '../../people/index.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import { costOfEach, monthOf } from './rules.ts';
import { keepCost, listCosts, sumSpent } from './store/costs.ts';
import { type DeedsOfYear, listYears, sumDeeds, writeCost } from './store/deeds.ts';
import { type DeedKind, FUND_OF, LEAST_TOGETHER } from './types.ts';

/**
 * Divides what programs have cost by what they have done, fiscal year by fiscal year, as far as months are over: what a deed
 * cost on average is kept, and deeds that have no cost yet get theirs. Done twice, it does nothing.
 */
export async function countCosts(db: Database, now: Temporal.Instant): Promise<void> {
  const before = monthOf(dayInJapan(now));
  for (const fiscalYear of await listYears(db, before))
    for (const year of await sumDeeds(db, fiscalYear, before))
      await inTransaction(db, (tx) => countYear(tx, year, { fiscalYear, before, now }));
}

async function countYear(
  tx: Tx,
  { kind, deeds, objects, unpriced, cost: onOthers }: DeedsOfYear,
  on: { readonly fiscalYear: number; readonly before: Temporal.PlainDate; readonly now: Temporal.Instant },
): Promise<void> {
  const spent = await sumSpent(tx, { fund: FUND_OF[kind], ...on });
  const cost = costOfEach({ spent, onOthers: 0, deeds });
  await keepCost(tx, { kind, fiscalYear: on.fiscalYear, spent, deeds, objects, cost }, on.now);
  const each = costOfEach({ spent, onOthers, deeds: unpriced });
  if (each !== null) await writeCost(tx, { kind, each, ...on });
}

/** What a deed of a kind really cost on average in the last whole fiscal year. */
export interface Measured {
  readonly kind: DeedKind;
  readonly fiscalYear: number;
  /** Whole yen. */
  readonly cost: number;
  /** Of how many. */
  readonly deeds: number;
}

/** Without kinds of which fewer than five different visits or pairs were counted, or on which nothing was spent. */
export async function listMeasured(db: Database, now: Temporal.Instant): Promise<Measured[]> {
  const fiscalYear = fiscalYearOf(dayInJapan(now)) - 1;
  const costs = await listCosts(db, fiscalYear);
  return costs.flatMap(({ kind, cost, deeds, objects }) =>
    cost === null || objects < LEAST_TOGETHER ? [] : [{ kind, fiscalYear, cost, deeds }],
  );
}
