import { z } from 'zod';
import type { Locale } from '../languages/locales.ts';
import type { Setting } from './settings.ts';

const Organization = z.object({
  name: z.string().min(1).max(120),
  nameInEnglish: z.string().min(1).max(120),
  shortName: z.string().min(1).max(40),
  address: z.string().max(300),
  email: z.email(),
  phone: z.string().max(40),
  website: z.url(),
});

export type Organization = z.output<typeof Organization>;

/** Who runs this installation; first values are JII's public facts (j-ii.org). */
export const organizationSetting: Setting<Organization> = {
  subject: 'organization',
  schema: Organization,
  value: {
    name: '特定非営利活動法人 アジア人文文化交流促進協会',
    nameInEnglish: 'Japan Intercultural Intelligence',
    shortName: 'JII',
    address: '東京都目黒区下目黒5-27-5',
    email: 'info@j-ii.org',
    phone: '03-6452-3760',
    website: 'https://j-ii.org/',
  },
};

/** The organization's name as a reader of this language knows it. */
export function organizationName(organization: Organization, locale: Locale): string {
  return locale === 'ja' || locale === 'ja-easy' ? organization.name : organization.nameInEnglish;
}
