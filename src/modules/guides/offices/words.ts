import { stripFurigana } from '../../../japanese/furigana.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { LANGUAGES, plainLanguageName } from '../../people/index.ts';
import { factIn } from '../open/saying.tsx';
import type { Office, OfficeField } from '../types.ts';
import { guidesMessages } from '../words.ts';

/** In which an office can be asked; Easy Japanese counts as one. */
export const OFFICE_LANGUAGES = ['ja-easy', ...LANGUAGES.filter((code) => code !== 'ja')] as const;

export const officeFieldName = (field: OfficeField, locale: Locale): string =>
  guidesMessages.in(locale).plain(`office_field_${field}`);

export const officeLanguageName = (code: string, locale: Locale): string =>
  code === 'ja-easy'
    ? guidesMessages.in(locale).plain('office_easy_japanese')
    : plainLanguageName(code, locale);

/** What an office is called where no furigana can stand. */
export const officeNameIn = (office: Pick<Office, 'texts'>, locale: Locale): string =>
  stripFurigana(factIn(office, locale).words.name);
