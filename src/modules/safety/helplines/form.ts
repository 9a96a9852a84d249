import { z } from 'zod';
import { listBareKanji } from '../../../japanese/furigana.ts';
import { readTyped } from '../../../japanese/typed.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { checkbox, choice, choices, text } from '../../../platform/web/form-fields.ts';
import { LANGUAGES } from '../../people/index.ts';
import { dialed } from '../rules.ts';
import { type CheckedHelpline, HOURS, type OwnLine, URGENCIES } from '../types.ts';

/** What stands around a reading; as values, so that a sentence can show them. */
export const MARKS = { open: '《', close: '》' };

const number = text(30)
  .transform((typed) => readTyped(typed).replaceAll(/\s/g, '').replaceAll('ー', '-'))
  .refine((typed) => /^[#\d][\d-]{1,19}$/.test(typed) && /\d{3}/.test(dialed(typed)), {
    message: 'write_a_phone_number',
  });
const time = text(5).refine((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), {
  message: 'write_a_time',
});

/** A line as an administrator types it. `kept` is the number of a line that is there; without it the line is new. */
export const LineForm = z.object({
  kept: text(20),
  number,
  title_ja: text(80),
  title_ja_easy: text(160),
  title_en: text(80),
  title_zh_hans: text(80),
  urgency: z.optional(choice(URGENCIES)),
  hours: choice(HOURS),
  opens_at: time,
  closes_at: time,
  languages: choices(LANGUAGES),
  is_free: checkbox,
});
export type TypedLine = z.output<typeof LineForm>;

/**
 * The line that was typed. Refused beside the field: words and urgency that a line of one's own needs, kanji without a
 * reading, hours of which one end is missing or that take no time, hours "as it comes" for a line that comes from nowhere.
 * @param whose `ours`, or `program` for a line whose words come with the program
 */
export function readLine(
  typed: TypedLine,
  whose: 'ours' | 'program',
  now: Temporal.Instant,
): Outcome<OwnLine> {
  const about = whose === 'program' ? accept(null) : readAbout(typed);
  if (!about.ok) return about;
  if (typed.hours === 'as_it_comes' && whose === 'ours') return refuse('choose_one', {}, 'hours');
  const hasTimes = typed.hours === 'every_day' || typed.hours === 'weekdays';
  const { opens_at: opens, closes_at: closes } = typed;
  if (hasTimes && (opens === '') !== (closes === ''))
    return refuse('say_from_and_until', {}, opens ? 'closes_at' : 'opens_at');
  if (hasTimes && opens !== '' && opens === closes) return refuse('say_two_different_times', {}, 'closes_at');
  return accept({
    number: typed.number,
    about: about.value,
    hours: typed.hours,
    opensAt: hasTimes && opens ? opens : null,
    closesAt: hasTimes && closes ? closes : null,
    languages: typed.languages,
    isFree: typed.is_free,
    changedAt: now,
  });
}

function readAbout(typed: TypedLine): Outcome<OwnLine['about']> {
  if (!typed.urgency) return refuse('choose_one', {}, 'urgency');
  if (!typed.title_ja) return refuse('fill_this_in', {}, 'title_ja');
  if (!typed.title_en) return refuse('fill_this_in', {}, 'title_en');
  const [bare] = listBareKanji(typed.title_ja_easy);
  if (bare) return refuse('write_the_reading_of_every_kanji', { kanji: bare, ...MARKS }, 'title_ja_easy');
  const words = {
    ja: typed.title_ja,
    'ja-easy': typed.title_ja_easy,
    en: typed.title_en,
    'zh-Hans': typed.title_zh_hans,
  };
  return accept({ words, urgency: typed.urgency });
}

/** A line that is there as the values of the form that changes it. */
export function valuesOf({ helpline, own }: CheckedHelpline): Record<string, string | readonly string[]> {
  const words = own?.about?.words;
  const known: readonly string[] = LANGUAGES;
  return {
    kept: helpline.number,
    number: helpline.number,
    title_ja: words?.ja ?? '',
    title_ja_easy: words?.['ja-easy'] ?? '',
    title_en: words?.en ?? '',
    title_zh_hans: words?.['zh-Hans'] ?? '',
    urgency: own?.about?.urgency ?? '',
    hours: own?.hours ?? 'as_it_comes',
    opens_at: own?.opensAt ?? '',
    closes_at: own?.closesAt ?? '',
    languages: helpline.languages.filter((language) => known.includes(language)),
    is_free: helpline.is_free ? 'on' : '',
  };
}
