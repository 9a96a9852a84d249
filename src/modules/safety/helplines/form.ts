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
  titleJa: text(80),
  titleJaEasy: text(160),
  titleEn: text(80),
  titleZhHans: text(80),
  urgency: z.optional(choice(URGENCIES)),
  hours: choice(HOURS),
  opensAt: time,
  closesAt: time,
  languages: choices(LANGUAGES),
  isFree: checkbox,
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
  const { opensAt: opens, closesAt: closes } = typed;
  if (hasTimes && (opens === '') !== (closes === ''))
    return refuse('say_from_and_until', {}, opens ? 'closesAt' : 'opensAt');
  if (hasTimes && opens !== '' && opens === closes) return refuse('say_two_different_times', {}, 'closesAt');
  return accept({
    number: typed.number,
    about: about.value,
    hours: typed.hours,
    opensAt: hasTimes && opens ? opens : null,
    closesAt: hasTimes && closes ? closes : null,
    languages: typed.languages,
    isFree: typed.isFree,
    changedAt: now,
  });
}

function readAbout(typed: TypedLine): Outcome<OwnLine['about']> {
  if (!typed.urgency) return refuse('choose_one', {}, 'urgency');
  if (!typed.titleJa) return refuse('fill_this_in', {}, 'titleJa');
  if (!typed.titleEn) return refuse('fill_this_in', {}, 'titleEn');
  const [bare] = listBareKanji(typed.titleJaEasy);
  if (bare) return refuse('write_the_reading_of_every_kanji', { kanji: bare, ...MARKS }, 'titleJaEasy');
  const words = {
    ja: typed.titleJa,
    'ja-easy': typed.titleJaEasy,
    en: typed.titleEn,
    'zh-Hans': typed.titleZhHans,
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
    titleJa: words?.ja ?? '',
    titleJaEasy: words?.['ja-easy'] ?? '',
    titleEn: words?.en ?? '',
    titleZhHans: words?.['zh-Hans'] ?? '',
    urgency: own?.about?.urgency ?? '',
    hours: own?.hours ?? 'as_it_comes',
    opensAt: own?.opensAt ?? '',
    closesAt: own?.closesAt ?? '',
    languages: helpline.languages.filter((language) => known.includes(language)),
    isFree: helpline.is_free ? 'on' : '',
  };
}
