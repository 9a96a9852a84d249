import { defineForm, settingPage, whole } from '../../../../kits/forms/index.ts';
import { givingPaths } from '../../paths.ts';
import { MOST_YEN } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import { refundSetting } from './setting.ts';

/** Where an administrator says up to how much one treasurer refunds alone. */
export const refundPage = settingPage({
  setting: refundSetting,
  of: defineForm(givingStaffMessages, [
    whole('alone', [0, MOST_YEN], { label: 'refund_alone', hint: 'refund_alone_hint' }),
  ]),
  path: givingPaths.settingsRefunds(),
  audit: 'giving.refunds.set',
  proof: 'fresh',
  words: givingStaffMessages,
  title: 'refund_settings_title',
  lead: 'refund_settings_lead',
  what: 'refund_settings_what',
  order: 60,
  inShort: ['alone'],
});
