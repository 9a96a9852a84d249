import { z } from 'zod';
import { readFurigana } from '../../japanese/furigana.ts';
import type { Locale } from '../languages/locales.ts';
import { rubyWords, type Words } from '../languages/messages.tsx';
import { characters, type Setting } from './settings.ts';

/** The greatest lengths, in characters. */
export const MOST_OF_ORGANIZATION = {
  name: 120,
  nameInEasyJapanese: 240,
  nameInEnglish: 120,
  nameInChinese: 120,
  shortName: 40,
  address: 300,
  addressInEnglish: 300,
  email: 254,
  phone: 40,
  website: 300,
} as const;

const Organization = z.object({
  name: characters(MOST_OF_ORGANIZATION.name).min(1),
  /** In furigana notation, for who can’t read the kanji. Empty: the Japanese one. */
  nameInEasyJapanese: characters(MOST_OF_ORGANIZATION.nameInEasyJapanese).default(''),
  nameInEnglish: characters(MOST_OF_ORGANIZATION.nameInEnglish).min(1),
  /** Empty: the Japanese one, whose characters its readers know. */
  nameInChinese: characters(MOST_OF_ORGANIZATION.nameInChinese).default(''),
  shortName: characters(MOST_OF_ORGANIZATION.shortName).min(1),
  address: characters(MOST_OF_ORGANIZATION.address),
  /** Empty: the Japanese one. */
  addressInEnglish: characters(MOST_OF_ORGANIZATION.addressInEnglish).default(''),
  email: z.email(),
  phone: characters(MOST_OF_ORGANIZATION.phone),
  website: z.url({ protocol: /^https?$/ }),
});

export type Organization = z.output<typeof Organization>;

/** Who runs this installation; first values are JII's public facts (j-ii.org). */
export const organizationSetting: Setting<Organization> = {
  subject: 'organization',
  schema: Organization,
  value: {
    name: '特定非営利活動法人 アジア人文文化交流促進協会',
    nameInEasyJapanese:
      '特定《とくてい》非営利《ひえいり》活動《かつどう》法人《ほうじん》 アジア 人文《じんぶん》 文化《ぶんか》 交流《こうりゅう》 促進《そくしん》 協会《きょうかい》',
    nameInEnglish: 'Japan Intercultural Intelligence',
    nameInChinese: '',
    shortName: 'JII',
    address: '東京都目黒区下目黒5-27-5',
    addressInEnglish: '5-27-5 Shimomeguro, Meguro-ku, Tokyo',
    email: 'info@j-ii.org',
    phone: '03-6452-3760',
    website: 'https://j-ii.org/',
  },
};

const isJapanese = (locale: Locale) => locale === 'ja' || locale === 'ja-easy';

/** The organization's name as a reader of this language knows it, with furigana where it is written with them. */
export function organizationWords(organization: Organization, locale: Locale): Words {
  const name = organizationAsWritten(organization, locale);
  return locale === 'ja-easy' ? rubyWords(name) : name;
}

/** The same as a string, for titles, mails and attributes: kana in the place of kanji with furigana. */
export function organizationName(organization: Organization, locale: Locale): string {
  const name = organizationAsWritten(organization, locale);
  return locale === 'ja-easy' ? readFurigana(name) : name;
}

/** The same in furigana notation in Easy Japanese, for a part of a page that is kept by its strings. */
export function organizationAsWritten(organization: Organization, locale: Locale): string {
  if (locale === 'ja') return organization.name;
  if (locale === 'ja-easy') return organization.nameInEasyJapanese || organization.name;
  if (locale === 'en') return organization.nameInEnglish;
  const { name, nameInChinese, nameInEnglish } = organization;
  // Whoever reads Chinese reads a Japanese name in characters, but no kana.
  return nameInChinese || (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name) ? nameInEnglish : name);
}

/** The organization's address as a reader of this language can read it. */
export function organizationAddress(organization: Organization, locale: Locale): string {
  return (!isJapanese(locale) && organization.addressInEnglish) || organization.address;
}
