import { z } from 'zod';
import { withoutDirections } from '../../../japanese/text.ts';
import { showsSomething } from '../../../japanese/typed.ts';
import { defineForm, line, lines, oneOf, pick, snake, tick, unseen } from '../../../kits/forms/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { choice, nameText, text } from '../../../platform/web/form-fields.ts';
import { emailField } from '../../sign-in/index.ts';
import type { Measured } from '../deeds/cost.ts';
import { hintWorth } from '../deeds/measured.tsx';
import { FUNDS } from '../types.ts';
import { givingMessages } from '../words.ts';
import { GIVEN_BY, type GivenBy, LEAST, MOST, readAmount, TIERS } from './rules.ts';

const amount: z.ZodType<number | null> = z
  .string()
  .max(500)
  .optional()
  .transform((typed, context) => {
    const read = readAmount(typed ?? '');
    if (typeof read !== 'string') return read;
    context.addIssue({ code: 'custom', message: read, params: { least: LEAST, most: MOST } });
    return z.NEVER;
  }) as unknown as z.ZodType<number | null>;

const straight = (typed: z.ZodType<string, string | undefined>) =>
  typed
    .transform((line) => withoutDirections(line).replaceAll(/\s+/g, ' ').trim())
    .refine((line) => !/\p{Cc}/u.test(line), { message: 'text_has_unusable_characters' });
const straightName = straight(nameText(200));
const name = straightName.refine(showsSomething, { message: 'give_say_a_name' });
const nothingIsNull = (typed: string) => (showsSomething(typed) ? typed : null);
const optional = (most: number) => straight(text(most)).transform(nothingIsNull);
const email = z.string().transform((typed, context) => {
  const read = emailField.safeParse(typed);
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'email_is_not_complete' });
  return z.NEVER;
}) as unknown as z.ZodType<string>;
const words = (most: number) => text(most).transform(nothingIsNull);

const RHYTHMS = ['once', 'monthly'] as const;
const KINDS = ['person', 'organization'] as const;
const RECEIPTS = ['none', 'each', 'yearly'] as const;

/**
 * What somebody gives, and who they are: the form that needs no account.
 * @param open the ways in which money can come now
 * @param measured what is said beside each amount: what one of each kind really cost
 */
export const giveFormFor = (open: readonly GivenBy[], measured: readonly Measured[] = []) =>
  defineForm(
    givingMessages,
    [
      oneOf('rhythm', choice(RHYTHMS), {
        choices: (locale) =>
          RHYTHMS.filter((value) => value === 'once' || open.includes('card')).map((value) => ({
            value,
            label: givingMessages.in(locale)(`give_rhythm_${value}`),
          })),
      }),
      oneOf('tier', choice(['other', ...TIERS.map(String)], 'give_amount_is_missing'), {
        choices: (locale) => [
          ...TIERS.map((yen) => ({
            value: String(yen),
            label: formatsIn(locale).yen(yen),
            hint: hintWorth(yen, measured, locale),
          })),
          { value: 'other', label: givingMessages.in(locale)('give_tier_other') },
        ],
      }),
      line('amount', amount, { hint: 'give_amount_hint', inputmode: 'numeric', width: 'short' }),
      oneOf('channel', choice(GIVEN_BY), {
        choices: (locale) =>
          open.map((value) => ({ value, label: givingMessages.in(locale)(`give_channel_${value}`) })),
      }),
      pick('fund', choice(FUNDS), {
        hint: 'give_fund_hint',
        options: (locale) =>
          FUNDS.map((value) => ({ value, label: givingMessages.in(locale).plain(`give_fund_${value}`) })),
      }),
      oneOf('kind', choice(KINDS), {
        under: 'give_who',
        choices: (locale) =>
          KINDS.map((value) => ({ value, label: givingMessages.in(locale)(`give_kind_${value}`) })),
      }),
      line('name', name, { hint: 'give_name_hint', autocomplete: 'name' }),
      line('kana', straightName.transform(nothingIsNull), { hint: 'give_kana_hint' }),
      line('email', email, {
        hint: 'give_email_hint',
        type: 'email',
        autocomplete: 'email',
      }),
      oneOf('receipt', choice(RECEIPTS), {
        under: 'give_receipt_title',
        choices: (locale) =>
          RECEIPTS.map((value) => ({ value, label: givingMessages.in(locale)(`give_receipt_${value}`) })),
      }),
      tick('receiptByPost'),
      lines('address', words(300), { hint: 'give_address_hint', rows: 2, maxLength: 300 }),
      line('inMemoryOf', optional(200), { under: 'give_more', hint: 'give_in_memory_of_hint' }),
      tick('isAnonymous', { hint: 'give_is_anonymous_hint' }),
      lines('note', words(1000), { rows: 3, maxLength: 1000 }),
      unseen('campaign', text(60)),
    ],
    { label: (name) => `give_${snake(name)}` },
  );
type GiveForm = ReturnType<typeof giveFormFor>;
export type GiveFields = GiveForm extends { schema: z.ZodType<infer Typed> } ? Typed : never;
