import type { Database } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findRest } from '../payments/store/card-rests.ts';
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
