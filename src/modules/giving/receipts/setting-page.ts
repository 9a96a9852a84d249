import { defineForm, line, lines, oneOf, settingPage, snake, tick } from '../../../kits/forms/index.ts';
import { printable } from '../../../kits/papers/index.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { choice, text } from '../../../platform/web/form-fields.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { receiptsSetting } from './setting.ts';
import { GIFT_DAYS } from './types.ts';

const english = { lang: 'en' } as const;
const japanese = { lang: 'ja' } as const;
const dayOrNothing = text(10).refine((typed) => typed === '' || /^\d{4}-\d{2}-\d{2}$/.test(typed), {
  message: 'fill_this_in',
});

/** What receipts say, from the next one on. */
const receiptsForm = defineForm(
  givingStaffMessages,
  [
    oneOf('giftDay', choice(GIFT_DAYS), {
      hint: 'receipt_setting_gift_day_hint',
      choices: (locale) =>
        GIFT_DAYS.map((value) => ({
          value,
          label: givingStaffMessages.in(locale)(`receipt_setting_${value}`),
        })),
    }),
    line('signer', text(80), { hint: 'receipt_setting_signer_hint', maxLength: 80, ...japanese }),
    line('signerInEnglish', text(80), { maxLength: 80, ...english }),
    lines('noDeduction', text(200), {
      hint: 'receipt_setting_no_deduction_hint',
      rows: 2,
      maxLength: 200,
      ...japanese,
    }),
    lines('noDeductionInEnglish', text(300), { rows: 2, maxLength: 300, ...english }),
    tick('isCertified', { under: 'receipt_setting_certification' }),
    line('number', text(60), { maxLength: 60 }),
    line('certifiedOn', dayOrNothing, { type: 'date', width: 'short', hint: 'receipt_setting_since' }),
    line('authority', text(80), { maxLength: 80, ...japanese }),
    lines('activity', text(200), {
      hint: 'receipt_setting_activity_hint',
      rows: 2,
      maxLength: 200,
      ...japanese,
    }),
    lines('activityInEnglish', text(300), { rows: 2, maxLength: 300, ...english }),
    line('residentsTax', text(200), {
      hint: 'receipt_setting_residents_tax_hint',
      maxLength: 200,
      ...japanese,
    }),
  ],
  { label: (name) => `receipt_setting_${snake(name)}` },
);

/** What a certified organization's receipts must say (租税特別措置法). */
const NEEDED = ['number', 'certifiedOn', 'authority', 'activity'] as const;

/** What paper has no letters for: no receipt could be printed. */
function unprintable(typed: object): Refusal[] {
  return Object.entries(typed).flatMap(([field, said]) => {
    const written = printable(String(said));
    return written.ok ? [] : [{ ...written.refusal, field }];
  });
}

/** The page of receipts among the settings. Refuses a certification without what the law asks for, and letters that paper lacks. */
export const receiptsSettingPage = settingPage({
  setting: receiptsSetting,
  of: receiptsForm,
  read(typed) {
    const missing = typed.isCertified ? NEEDED.filter((name) => typed[name] === '') : [];
    const refusals: Refusal[] = [
      ...missing.map((field) => ({ code: 'receipt_certification_needs_it', field })),
      ...unprintable(typed),
    ];
    return { value: refusals.length > 0 ? null : typed, refusals };
  },
  path: givingPaths.receiptSettings(),
  audit: 'giving.receipts.settings_changed',
  words: givingStaffMessages,
  title: 'receipt_settings_title',
  lead: 'receipt_settings_lead',
  what: 'receipt_settings_what',
  order: 38,
  inShort: ['isCertified', 'number', 'certifiedOn'],
});
