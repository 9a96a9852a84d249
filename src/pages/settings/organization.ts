import { z } from 'zod';
import { listBareKanji } from '../../japanese/furigana.ts';
import { readTyped } from '../../japanese/typed.ts';
import { defineForm, line, settingPage } from '../../kits/forms/index.ts';
import { MOST_OF_ORGANIZATION as most, organizationSetting } from '../../platform/settings/organization.ts';
import { requiredText, text } from '../../platform/web/form-fields.ts';
import { pagesPaths } from '../paths.ts';
import { aboutKey, fieldKey, MARKS, settingsMessages } from './words.ts';

const isOneLine = (typed: string) => !typed.includes('\n');
const required = (length: number, code: string) =>
  requiredText(length, code).refine(isOneLine, { message: 'write_one_line' });
/** Without it, another language's is shown. */
const optional = (length: number) => text(length).refine(isOneLine, { message: 'write_one_line' });
const isEmail = (typed: string) => z.email().safeParse(typed).success;
// Measured again: ⑴ becomes three characters.
const isPhone = (typed: string) => typed.length <= most.phone && /^\+?[\d\s()-]{6,}$/.test(typed);
const isWebsite = (typed: string) => z.url({ protocol: /^https?$/ }).safeParse(typed).success;

/** What an administrator types about the organization; digits and signs may be full-width. */
const organizationForm = defineForm(
  settingsMessages,
  [
    line('name', required(most.name, 'write_the_name'), {
      ...size('name'),
      lang: 'ja',
      under: 'names_title',
    }),
    line(
      'nameInEasyJapanese',
      optional(most.nameInEasyJapanese).refine((typed) => listBareKanji(typed).length === 0, {
        message: 'write_the_readings_of_the_name',
        params: MARKS,
      }),
      { ...size('nameInEasyJapanese'), lang: 'ja' },
    ),
    line('nameInEnglish', required(most.nameInEnglish, 'write_the_english_name'), {
      ...size('nameInEnglish'),
      lang: 'en',
    }),
    line('nameInChinese', optional(most.nameInChinese), { ...size('nameInChinese'), lang: 'zh-Hans' }),
    line('shortName', required(most.shortName, 'write_a_short_name'), {
      ...size('shortName'),
      width: 'short',
    }),
    line('address', required(most.address, 'write_the_address'), {
      ...size('address'),
      lang: 'ja',
      under: 'contact_title',
    }),
    line('addressInEnglish', optional(most.addressInEnglish), { ...size('addressInEnglish'), lang: 'en' }),
    line(
      'phone',
      required(most.phone, 'write_a_phone_number')
        .transform(readTyped)
        .refine(isPhone, { message: 'write_a_phone_number' }),
      { ...size('phone'), type: 'tel', width: 'medium' },
    ),
    line(
      'email',
      required(most.email, 'write_an_email_address').refine(isEmail, { message: 'write_an_email_address' }),
      { ...size('email'), type: 'email', width: 'medium' },
    ),
    line(
      'website',
      required(most.website, 'write_a_web_address').refine(isWebsite, { message: 'write_a_web_address' }),
      { ...size('website'), type: 'url', width: 'medium' },
    ),
  ],
  { label: fieldKey, hint: aboutKey, params: MARKS },
);

function size(name: keyof typeof most) {
  return { maxLength: most[name], autocomplete: 'off' } as const;
}

/** Who runs this installation, as residents, volunteers and mails name it. */
export const organizationPage = settingPage({
  setting: organizationSetting,
  of: organizationForm,
  path: pagesPaths.settingsOrganization(),
  audit: 'settings.organization.changed',
  words: settingsMessages,
  title: 'organization_title',
  lead: 'organization_lead',
  what: 'organization_what',
  order: 10,
  inShort: ['name', 'phone', 'email'],
});
