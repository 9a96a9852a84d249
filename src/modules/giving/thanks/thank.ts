import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { listMeasured } from '../deeds/cost.ts';
import { FUND_OF } from '../deeds/types.ts';
import { mailAddressOf } from '../donors/mail-address.ts';
import { type Donor, findDonor } from '../donors/store.ts';
import { givingEvents } from '../events.ts';
import type { MonthlyOf } from './monthly.ts';
import { findThanked, insertThanks } from './store.ts';
import type { Thanked, ThanksWay } from './types.ts';
import { writeThanks } from './write.ts';

export interface ThanksTools {
  /** `https://help.example.org`, no slash at the end. */
  readonly publicUrl: string;
  readonly monthlyOf: MonthlyOf;
}

/** Whoever gave is thanked as soon as it is booked. */
export function thanksListener(tools: ThanksTools): Listener {
  return givingEvents.hear({
    event: 'giving.gift.received',
    name: 'giving.thank',
    handle: ({ ids: { giftId } }, { db, clock }) =>
      inTransaction(db, (tx) => thankFor(tx, { giftId, now: clock() }, tools)),
  });
}

/** Thanks for one gift, once however often it is heard of: its row and its mail are of one transaction. */
export async function thankFor(
  tx: Tx,
  { giftId, now }: { readonly giftId: string; readonly now: Temporal.Instant },
  { publicUrl, monthlyOf }: ThanksTools,
): Promise<void> {
  const gift = await findThanked(tx, giftId);
  if (!gift) return;
  const donor = gift.donorId === null ? null : await findDonor(tx, gift.donorId);
  const email = donor && (await mailAddressOf(tx, donor));
  const way = wayOf(gift, { donor, email });
  if (!(await insertThanks(tx, { giftId, way, now })) || way !== 'mail' || !donor || !email) return;
  const organization = await readSetting(tx, organizationSetting);
  const mail = writeThanks({
    gift,
    donor: { ...donor, email },
    monthly: await monthlyOf(tx, giftId, now),
    // What the money of its purpose pays for one by one.
    measured: (await listMeasured(tx, now)).find(({ kind }) => FUND_OF[kind] === gift.fund) ?? null,
    organization: { name: organizationName(organization, donor.locale), email: organization.email },
    origin: publicUrl,
  });
  await enqueueMail(tx, { ...mail, key: `thanks:${giftId}` });
}

function wayOf(
  { isOurs }: Thanked,
  { donor, email }: { readonly donor: Donor | null; readonly email: string | null },
): ThanksWay {
  // Whoever has been forgotten has no name any more.
  if (!isOurs || !donor || donor.name === '') return 'nobody';
  return email ? 'mail' : 'by_hand';
}
