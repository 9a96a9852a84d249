import { z } from 'zod';
import { listBareKanji } from '../../japanese/furigana.ts';
import { readTyped } from '../../japanese/typed.ts';
import { MOST_OF_ORGANIZATION, type Organization } from '../../platform/settings/organization.ts';
import { requiredText, text } from '../../platform/web/form-fields.ts';
import { MARKS } from './texts-form.ts';

const most = MOST_OF_ORGANIZATION;
const line = (length: number, code: string) =>
  requiredText(length, code).refine(isOneLine, { message: 'write_one_line' });
const isOneLine = (typed: string) => !typed.includes('\n');
const isReadable = (typed: string) => listBareKanji(typed).length === 0;
const isEmail = (typed: string) => z.email().safeParse(typed).success;
// Measured again: ⑴ becomes three characters.
const isPhone = (typed: string) => typed.length <= most.phone && /^\+?[\d\s()-]{6,}$/.test(typed);
const isWebsite = (typed: string) => z.url({ protocol: /^https?$/ }).safeParse(typed).success;

/** What an administrator types about the organization; digits and signs may be full-width. */
export const OrganizationForm = z.object({
  name: line(most.name, 'write_the_name'),
  nameInEnglish: line(most.nameInEnglish, 'write_the_english_name'),
  nameInEasyJapanese: text(most.nameInEasyJapanese)
    .refine(isOneLine, { message: 'write_one_line' })
    .refine(isReadable, { message: 'write_the_readings_of_the_name', params: MARKS }),
  nameInChinese: text(most.nameInChinese).refine(isOneLine, { message: 'write_one_line' }),
  shortName: line(most.shortName, 'write_a_short_name'),
  address: line(most.address, 'write_the_address'),
  addressInEnglish: text(most.addressInEnglish).refine(isOneLine, { message: 'write_one_line' }),
  phone: line(most.phone, 'write_a_phone_number')
    .transform(readTyped)
    .refine(isPhone, { message: 'write_a_phone_number' }),
  email: line(most.email, 'write_an_email_address').refine(isEmail, { message: 'write_an_email_address' }),
  website: line(most.website, 'write_a_web_address').refine(isWebsite, { message: 'write_a_web_address' }),
}) satisfies z.ZodType<Organization>;
