import { randomInt } from 'node:crypto';
import { printable } from '../../../kits/papers/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { dayInJapan } from '../../people/index.ts';
import { mailAddressOf } from '../donors/mail-address.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import { givingStaffMessages } from '../words.ts';
import { mailReceipt } from './mail.ts';
import { dayOf, isDeductible } from './rules.ts';
import { type ReceiptSettings, receiptsSetting } from './setting.ts';
import { lockGiftsWaiting } from './store/gifts.ts';
import { insertReceipt } from './store/receipts.ts';
import type { Issuing, ReceiptGift, ReceiptWords } from './types.ts';

/** Without 0, 1, I and O, which are read for each other: 16 of 32 signs are 80 bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = () => Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** Whether paper has all letters of a donor's name and address. Refuses beside the one that has others (`paper_cannot_write`). */
export function fitsPaper(donor: Readonly<Record<'name' | 'address', string>>): Outcome<void> {
  for (const field of ['name', 'address'] as const) {
    const written = printable(donor[field]);
    if (!written.ok) return { ok: false, refusal: { ...written.refusal, field } };
  }
  return accept(undefined);
}

/**
 * Gives out a receipt for some gifts of one donor: number, gifts and the mail that it waits, in the caller's transaction.
 * Refuses gifts that have a receipt or have gone back (`receipt_gift_not_free`), names and addresses that no paper can be
 * printed with (`paper_cannot_write`; without a field it is the organization's own settings), and, of a certified
 * organization, a donor whose address is unknown (`receipt_needs_address`).
 * @returns its id
 */
export async function issueReceipt(
  tx: Tx,
  publicUrl: string,
  { donor, gifts, calendarYear, by, now }: Issuing,
): Promise<Outcome<string>> {
  const ids = gifts.map(({ id }) => id);
  const free = await lockGiftsWaiting(tx, ids);
  if (ids.length === 0 || free.length < ids.length) return refuse('receipt_gift_not_free');
  const name = donor.receiptName ?? donor.name;
  const fits = fitsPaper({ name, address: donor.address ?? '' });
  if (!fits.ok) return fits;
  const settings = await readSetting(tx, receiptsSetting);
  if (settings.isCertified && !donor.address) return refuse('receipt_needs_address', undefined, 'address');
  const words = await wordsFor(tx, settings, { name, donor, gifts: free });
  // A number is given to nothing that can't be printed.
  const written = printable(JSON.stringify(words));
  if (!written.ok) return written;
  // Whoever has no mail address can only be sent paper.
  const isByPost = donor.receiptByPost || (await mailAddressOf(tx, donor)) === null;
  const { id } = await insertReceipt(tx, {
    ...{ fiscalYear: fiscalYearOf(dayInJapan(now)), code: newCode(), issuedAt: now, issuedBy: by },
    ...{ kind: calendarYear === null ? 'each' : 'yearly', calendarYear, donorId: donor.id, isByPost },
    ...{ amount: free.reduce((sum, { amount }) => sum + amount, 0), words, giftIds: ids },
  });
  if (!isByPost) await mailReceipt(tx, { id, donor, publicUrl, calendarYear });
  return accept(id);
}

async function wordsFor(
  tx: Tx,
  settings: ReceiptSettings,
  of: Pick<Issuing, 'donor'> & { readonly name: string; readonly gifts: readonly ReceiptGift[] },
): Promise<ReceiptWords> {
  const { name, nameInEnglish, address, addressInEnglish } = await readSetting(tx, organizationSetting);
  const { giftDay, signer, signerInEnglish } = settings;
  const sentence = (locale: 'ja' | 'en') =>
    givingStaffMessages.in(locale).plain('receipt_paper_no_deduction');
  const { number, certifiedOn, authority, activity, activityInEnglish, residentsTax } = settings;
  const since = settings.isCertified ? Temporal.PlainDate.from(certifiedOn) : null;
  return {
    ...{ name: of.name, donorKind: of.donor.kind, address: of.donor.address, giftDay },
    gifts: of.gifts.map((gift) => {
      const day = dayOf(gift, giftDay);
      return { day: day.toString(), amount: gift.amount, isDeductible: isDeductible(day, since) };
    }),
    organization: { name, nameInEnglish, address, addressInEnglish: addressInEnglish || address },
    ...{ signer, signerInEnglish },
    noDeduction: settings.noDeduction || sentence('ja'),
    noDeductionInEnglish: settings.noDeductionInEnglish || sentence('en'),
    certification: since && {
      ...{ number, on: certifiedOn, authority },
      ...{ activity, activityInEnglish, residentsTax },
    },
  };
}
