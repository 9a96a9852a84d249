import { defineForm, settingPage, snake, whole } from '../../../kits/forms/index.ts';
import { pairsPaths } from '../paths.ts';
import { ANSWER_DAYS, pairsSetting } from '../settings.ts';
import { pairsStaffMessages } from '../words.ts';

/** The page of what the organization decides about half-year pairs. */
export const pairsPage = settingPage({
  setting: pairsSetting,
  of: defineForm(pairsStaffMessages, [whole('answerDays', ANSWER_DAYS)], {
    label: (name) => `setting_${snake(name)}`,
    hint: (name) => `about_${snake(name)}`,
  }),
  path: pairsPaths.settings(),
  audit: 'pairs.settings.changed',
  words: pairsStaffMessages,
  title: 'settings_title',
  lead: 'settings_lead',
  what: 'settings_what',
  order: 35,
  inShort: ['answerDays'],
});
