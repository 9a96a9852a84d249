import { z } from 'zod';
import { readTyped } from '../../../../japanese/typed.ts';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { donorName, optionalName } from '../../donors/fields.ts';
import { FUNDS } from '../../types.ts';
import { EXPENSE_ACCOUNTS, INCOME_ACCOUNTS } from '../explain/other.ts';
import { PLATFORMS } from '../explain/split.ts';

const PARTS_LETTERS = 200_000;
const MOST_FEE = 999_999_999;

/** The line as it stood on the page that was sent. */
export const LineFields = z.object({ version: z.coerce.number().int() });
const fund = z.enum(FUNDS).default('general').catch('general');
/** A number as a donor was told it, in any width, with or without spaces. */
const pledgeNumber = z
  .string({ message: 'pledge_is_unknown' })
  .transform((typed) => readTyped(typed).replace(/[\s-]+/gu, ''))
  .refine((typed) => /^\d{3,9}$/.test(typed), { message: 'pledge_is_unknown' })
  .transform(Number);

export const PledgeFields = LineFields.extend({ pledgeNumber });
export const DonorFields = LineFields.extend({ donorId: z.uuid('donor_is_unknown'), fund });
export const NewDonorFields = LineFields.extend({
  donorName,
  kana: optionalName,
  kind: z.enum(['person', 'organization']).default('person').catch('person'),
  locale: z.enum(LOCALES).default('ja').catch('ja'),
  fund,
});
export const PartsFields = LineFields.extend({
  parts: text(PARTS_LETTERS),
  channel: z.enum(PLATFORMS, { message: 'choose_one' }),
  fee: z.preprocess((typed) => (typed === undefined || typed === '' ? '0' : typed), wholeNumber(0, MOST_FEE)),
  partsFund: fund,
});
export const IncomeFields = LineFields.extend({
  account: z.enum(INCOME_ACCOUNTS, { message: 'choose_one' }),
  incomeFund: fund,
});
export const ExpenseFields = LineFields.extend({
  account: z.enum(EXPENSE_ACCOUNTS, { message: 'choose_one' }),
  fund,
});
export const CancelFields = LineFields.extend({ canceledId: z.uuid('bank_line_is_another') });
export const DoubtFields = LineFields.extend({ isNew: z.enum(['yes', 'no'], { message: 'choose_one' }) });
