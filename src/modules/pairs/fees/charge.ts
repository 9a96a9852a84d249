import type { Tx } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { dayInJapan } from '../../people/index.ts';
import type { Application, Pair } from '../types.ts';
import { amountOf, type FeeKind, tableOn } from './rules.ts';
import { feesSetting } from './setting.ts';
import { findSettledRegistration, insertFee } from './store.ts';

type Charged = Pick<Application, 'id' | 'personId' | 'side' | 'reduction'>;

/**
 * Asks an accepted applicant for the registration fee, by the table of the day: once in a life, whatever they apply for
 * again; what was never settled is asked with the next application. Nothing where their side pays none.
 */
export async function chargeRegistration(tx: Tx, application: Charged, now: Temporal.Instant): Promise<void> {
  if (await findSettledRegistration(tx, application.personId)) return;
  await charge(tx, application, { kind: 'registration', pairId: null, now });
}

/**
 * Asks both sides of a pair that stands for the membership of its six months: once a pair, by the table of the day;
 * nothing of a side that pays none. Whoever begins a pair calls it in the same transaction.
 */
export async function chargeMembership(
  tx: Tx,
  { id: pairId }: Pick<Pair, 'id'>,
  applications: readonly Charged[],
  now: Temporal.Instant,
): Promise<void> {
  for (const application of applications) await charge(tx, application, { kind: 'membership', pairId, now });
}

async function charge(
  tx: Tx,
  { id: applicationId, side, reduction }: Charged,
  {
    kind,
    pairId,
    now,
  }: { readonly kind: FeeKind; readonly pairId: string | null; readonly now: Temporal.Instant },
): Promise<void> {
  const { sides, tables } = await readSetting(tx, feesSetting);
  if (!sides.includes(side)) return;
  const today = dayInJapan(now);
  const { full, asked } = amountOf(tableOn(tables, today), kind, reduction);
  const fee = { applicationId, kind, pairId, full, amount: asked, dueAt: now };
  await insertFee(tx, asked > 0 ? { ...fee, state: 'due' } : { ...fee, state: 'waived', settledOn: today });
}
