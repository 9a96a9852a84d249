import type { Database } from '../../../platform/database/connect.ts';
import { readSetting, rememberedSetting } from '../../../platform/settings/settings.ts';
import { dayInJapan } from '../../people/index.ts';
import { findRest } from '../payments/store/card-rests.ts';
import { isDeductible } from '../receipts/rules.ts';
import { receiptsSetting } from '../receipts/setting.ts';
import type { GivingServices } from '../services.ts';
import type { GivenBy } from './rules.ts';
import { giftAccountSetting } from './setting.ts';

/** The ways in which money can come now: by the provider where there is one, but not by card while cards rest; by the bank where its account is known. */
export async function listOpenWays(
  db: Database,
  { payments }: Pick<GivingServices, 'payments'>,
): Promise<GivenBy[]> {
  const { giftAccount } = await readSetting(db, giftAccountSetting);
  const bank = giftAccount === '' ? [] : (['bank'] as const);
  if (!payments) return [...bank];
  const card = (await findRest(db)) === null ? (['card'] as const) : [];
  return [...card, 'konbini', 'paypay', ...bank];
}

/** Whether what is given today may be deducted: whoever gives is told before if not, as receipts say afterwards. */
export async function isDeductibleToday({
  db,
  now,
}: {
  readonly db: Database;
  readonly now: Temporal.Instant;
}): Promise<boolean> {
  const { isCertified, certifiedOn } = await rememberedSetting(db, receiptsSetting);
  return isDeductible(dayInJapan(now), isCertified ? Temporal.PlainDate.from(certifiedOn) : null);
}
