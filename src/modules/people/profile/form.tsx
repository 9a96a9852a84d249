import { defineForm, line, lines, oneOf } from '../../../kits/forms/index.ts';
import { LOCALES, localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { choice, text } from '../../../platform/web/form-fields.ts';
import type { Choice } from '../../../ui/index.ts';
import { optionalName, optionalNumber, optionalText, requiredName } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { CHANNELS, GENDERS } from '../types.ts';
import { namesWayToReach } from './rules.ts';

/** The languages of our mail, each by its own name. */
export const mailLanguages: readonly Choice[] = LOCALES.map((locale) => ({
  value: locale,
  label: rubyWords(localeFacts[locale].name),
  lang: localeFacts[locale].tag,
}));

/** What somebody says of themselves: names, a few words about them, how to reach them. */
export const profileForm = defineForm(peopleMessages, [
  line('name', requiredName(200, 'say_your_name'), { hint: 'name_hint', autocomplete: 'name' }),
  line('preferredName', optionalName(200), { hint: 'preferred_name_hint', autocomplete: 'nickname' }),
  line('kana', optionalName(200), { hint: 'kana_hint', lang: 'ja' }),
  line('romaji', optionalName(200), { hint: 'romaji_hint' }),
  lines(
    'sentence',
    text(140).refine((typed) => !namesWayToReach(typed), { message: 'sentence_names_way_to_reach' }),
    { hint: 'sentence_hint', maxLength: 140, rows: 2 },
  ),
  lines('about', text(2000), { hint: 'about_hint', maxLength: 2000 }),
  oneOf('gender', choice(GENDERS), {
    hint: 'gender_hint',
    choices: (locale) =>
      GENDERS.map((value) => ({ value, label: peopleMessages.in(locale)(`gender_${value}`) })),
  }),
  line('birthYear', optionalNumber, {
    hint: 'birth_year_hint',
    inputmode: 'numeric',
    autocomplete: 'bday-year',
    width: 'short',
  }),
  oneOf('locale', choice(LOCALES), {
    label: 'mail_language',
    under: 'contact_title',
    choices: () => mailLanguages,
  }),
  line('phone', optionalText(40), { hint: 'phone_hint', type: 'tel', autocomplete: 'tel', width: 'medium' }),
  line('line', optionalText(100), { label: 'channel_line', width: 'medium' }),
  line('wechat', optionalText(100), { label: 'channel_wechat', width: 'medium' }),
  line('whatsapp', optionalText(100), { label: 'channel_whatsapp', width: 'medium' }),
  oneOf('preferredChannel', choice(CHANNELS), {
    choices: (locale) =>
      CHANNELS.map((value) => ({ value, label: peopleMessages.in(locale)(`channel_${value}`) })),
  }),
]);
