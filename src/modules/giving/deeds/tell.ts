import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { dayInJapan } from '../../people/index.ts';
import { mailAddressOf } from '../donors/mail-address.ts';
import { findAddressees } from '../donors/store/households.ts';
import { findDonor } from '../donors/store.ts';
import type { GivingServices } from '../services.ts';
import { lettersPath } from './letters.tsx';
import { monthOf } from './rules.ts';
import { closeBatch, insertLetter, listBatches, listUntold } from './store/batches.ts';
import { DEED_KINDS } from './types.ts';
import { writeDeeds } from './write.ts';

/** By what links in letters are made. */
type LetterServices = Pick<GivingServices, 'secret' | 'publicUrl'>;

/** A whole month lies between what is told and when it is told. */
const DELAY = { months: 1 };

/**
 * Puts deeds together that are paid for, and tells each giver once of what their gifts were part of. Done twice, it does nothing.
 */
export async function tellOfDeeds(
  db: Database,
  now: Temporal.Instant,
  services: LetterServices,
): Promise<void> {
  const before = monthOf(dayInJapan(now)).subtract(DELAY);
  await forEachByItself(DEED_KINDS, (kind) =>
    inTransaction(db, (tx) => closeBatch(tx, { kind, before, now })),
  );
  const untold = await listUntold(db);
  // Whoever was merged is who they are by now, and a household gets one letter.
  const addressees = await findAddressees(
    db,
    untold.map(({ donorId }) => donorId),
  );
  const byDonor = Map.groupBy(untold, ({ donorId }) => addressees.get(donorId) ?? donorId);
  await forEachByItself(byDonor, ([donorId, letters]) =>
    inTransaction(db, (tx) => tellDonor(tx, { donorId, letters, now, services })),
  );
}

async function tellDonor(
  tx: Tx,
  told: {
    readonly donorId: string;
    readonly letters: readonly { readonly giftId: string; readonly batchId: string }[];
    readonly now: Temporal.Instant;
    readonly services: LetterServices;
  },
): Promise<void> {
  const batchIds = new Set<string>();
  for (const letter of told.letters)
    if (await insertLetter(tx, { ...letter, now: told.now })) batchIds.add(letter.batchId);
  const donor = await findDonor(tx, told.donorId);
  const email = donor && (await mailAddressOf(tx, donor));
  if (!donor?.wantsLetters || !email || batchIds.size === 0) return;
  const organization = await readSetting(tx, organizationSetting);
  const mail = writeDeeds({
    ...{ donor: { ...donor, email }, origin: told.services.publicUrl },
    stopPath: lettersPath(told.services, donor.id, told.now),
    batches: await listBatches(tx, [...batchIds]),
    organization: { name: organizationName(organization, donor.locale), email: organization.email },
  });
  // That it goes out once is with the rows above.
  await enqueueMail(tx, { ...mail, key: `deeds:${crypto.randomUUID()}` });
}
