import { z } from 'zod';
import { defineForm, lines, settingPage } from '../../../kits/forms/index.ts';
import { characters, type Setting } from '../../../platform/settings/settings.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';

const AccountSchema = z.object({
  /** Bank, branch, kind, number and holder, as they are copied; empty: nobody can give by the bank. */
  giftAccount: characters(500).default(''),
});

type Account = z.output<typeof AccountSchema>;

/** The bank account for gifts. */
export const giftAccountSetting: Setting<Account> = {
  subject: 'giving-account',
  schema: AccountSchema,
  value: { giftAccount: '' },
};

/** Its page: the account as donors read it. */
export const giftAccountPage = settingPage({
  setting: giftAccountSetting,
  of: defineForm(givingStaffMessages, [
    lines('giftAccount', text(500), { hint: 'gift_account_hint', rows: 5, maxLength: 500 }),
  ]),
  path: givingPaths.settingsAccount(),
  audit: 'giving.account.changed',
  proof: 'fresh',
  words: givingStaffMessages,
  title: 'gift_account_title',
  lead: 'gift_account_lead',
  what: 'gift_account_what',
  order: 40,
  inShort: ['giftAccount'],
});
