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
  { kind, deeds, unpriced, cost: onOthers }: DeedsOfYear,
  on: { readonly fiscalYear: number; readonly before: Temporal.PlainDate; readonly now: Temporal.Instant },
): Promise<void> {
  const spent = await sumSpent(tx, { fund: FUND_OF[kind], ...on });
  const cost = costOfEach({ spent, onOthers: 0, deeds });
  await keepCost(tx, { kind, fiscalYear: on.fiscalYear, spent, deeds, cost }, on.now);
  const each = costOfEach({ spent, onOthers, deeds: unpriced });
  if (each !== null) await writeCost(tx, { kind, each, ...on });
}

/** What a deed really cost on average in the last whole fiscal year. */
export interface Measured {
  readonly fiscalYear: number;
  /** Whole yen. */
  readonly cost: number;
  /** Of how many. */
  readonly deeds: number;
}

/** @returns null where fewer than five were counted, or nothing was spent on them */
export async function measuredCost(
  db: Database,
  kind: DeedKind,
  now: Temporal.Instant,
): Promise<Measured | null> {
  const fiscalYear = fiscalYearOf(dayInJapan(now)) - 1;
  const found = (await listCosts(db, fiscalYear)).find((one) => one.kind === kind);
  if (!found || found.cost === null || found.deeds < LEAST_TOGETHER) return null;
  return { fiscalYear, cost: found.cost, deeds: found.deeds };
}
