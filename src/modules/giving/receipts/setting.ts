import { z } from 'zod';
import { characters, type Setting } from '../../../platform/settings/settings.ts';
import { GIFT_DAYS } from './types.ts';

const ReceiptSettings = z.object({
  /** By which day gifts are dated, on every receipt from now on. */
  giftDay: z.enum(GIFT_DAYS),
  /** Who signs for the organization. */
  signer: characters(80),
  signerInEnglish: characters(80),
  /** What a receipt says where no deduction applies; empty: the sentence of the catalog. */
  noDeduction: characters(200),
  noDeductionInEnglish: characters(300),
  isCertified: z.boolean(),
  number: characters(60),
  /** ISO; empty while not certified. */
  certifiedOn: z.union([z.iso.date(), z.literal('')]),
  authority: characters(80),
  /** The specified non-profit activities that gifts serve, as the statutes name them. */
  activity: characters(200),
  activityInEnglish: characters(300),
  /** Which ordinances name the organization; empty: none. */
  residentsTax: characters(200),
});
export type ReceiptSettings = z.output<typeof ReceiptSettings>;

/** Until an administrator changes it: an organization that is not certified, as JII (DOMAIN 6.3). */
export const receiptsSetting: Setting<ReceiptSettings> = {
  subject: 'giving-receipts',
  schema: ReceiptSettings,
  value: {
    giftDay: 'received_on',
    signer: '',
    signerInEnglish: '',
    noDeduction: '',
    noDeductionInEnglish: '',
    isCertified: false,
    number: '',
    certifiedOn: '',
    authority: '',
    activity: '',
    activityInEnglish: '',
    residentsTax: '',
  },
};
