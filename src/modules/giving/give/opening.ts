import type { Database } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import type { GivingServices } from '../services.ts';
import type { GivenBy } from './rules.ts';
import { giftAccountSetting } from './setting.ts';

/** The ways in which money can come now: by the provider where there is one, by the bank where its account is known. */
export async function listOpenWays(
  db: Database,
  { payments }: Pick<GivingServices, 'payments'>,
): Promise<GivenBy[]> {
  const { giftAccount } = await readSetting(db, giftAccountSetting);
  const bank = giftAccount === '' ? [] : (['bank'] as const);
  return payments ? ['card', 'konbini', 'paypay', ...bank] : [...bank];
}
