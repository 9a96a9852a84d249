import type { z } from 'zod';
import { listBareKanji } from '../../../../japanese/furigana.ts';
import { defineForm, line, lines, snake } from '../../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { day, requiredText, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import type { WrittenCourse } from '../../store/courses.ts';
import type { Course, CourseWords } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';

const PARTS = { title: 120, aims: 1000, area: 200 } as const;
type Part = keyof typeof PARTS;

const fieldOf = <Name extends string>(name: Name, locale: Locale) => `${name}.${locale}` as const;
/** As it stands in the keys of a catalog. */
const keyOf = (locale: Locale) =>
  locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans';

/** Japanese is always written; readers of Easy Japanese need a reading over every kanji. */
function writtenIn(locale: Locale, name: Part): z.ZodType<string, string | undefined> {
  if (locale !== 'ja-easy') return locale === 'ja' ? requiredText(PARTS[name]) : text(PARTS[name]);
  return text(PARTS[name]).superRefine((typed, context) => {
    const [kanji] = listBareKanji(typed);
    const params = { kanji, open: '《', close: '》' };
    if (kanji) context.addIssue({ code: 'custom', message: 'course_reading_missing', params });
  });
}

const wordsIn = (locale: Locale) =>
  (Object.keys(PARTS) as Part[]).map((name) => {
    const about = {
      label: `course_${name}` as const,
      under: name === 'title' ? (`course_in_${keyOf(locale)}` as const) : undefined,
      ...{ maxLength: PARTS[name], lang: localeFacts[locale].tag },
    };
    const schema = writtenIn(locale, name);
    return name === 'aims'
      ? lines(fieldOf(name, locale), schema, { ...about, rows: 3 })
      : line(fieldOf(name, locale), schema, about);
  });

const number = <const Name extends string>(name: Name, least: number, most: number) =>
  line(name, wholeNumber(least, most), { inputmode: 'numeric', width: 'short' });

/** A course as it is written: its facts once, its words in every language. */
export const courseForm = defineForm(
  classesStaffMessages,
  [
    line('beginsOn', day, { under: 'course_part_when', type: 'date', width: 'medium' }),
    line('endsOn', day, { type: 'date', width: 'medium' }),
    number('fromAge', 3, 15),
    number('toAge', 3, 15),
    { ...number('room', 1, 40), hint: 'course_room_hint' },
    line('address', requiredText(300), { hint: 'course_address_hint', lang: 'ja' }),
    ...LOCALES.flatMap(wordsIn),
  ],
  { label: (name) => `course_${snake(name)}` },
);

export type TypedCourse = z.output<typeof courseForm.schema>;

/** A language counts as written when its title is. */
export function toCourse(typed: TypedCourse): WrittenCourse {
  const { beginsOn, endsOn, fromAge, toAge, room, address } = typed;
  const say = (locale: Locale): CourseWords => ({
    title: typed[fieldOf('title', locale)],
    aims: typed[fieldOf('aims', locale)],
    area: typed[fieldOf('area', locale)],
  });
  const texts = Object.fromEntries(
    LOCALES.map((locale) => [locale, say(locale)] as const).filter(([, { title }]) => title !== ''),
  );
  return { beginsOn, endsOn, fromAge, toAge, room, address, texts };
}

export function typeCourse(course: Course): Partial<TypedCourse> {
  const { beginsOn, endsOn, fromAge, toAge, room, address, texts } = course;
  const words = LOCALES.flatMap((locale) =>
    (Object.keys(PARTS) as Part[]).map(
      (name) => [fieldOf(name, locale), texts[locale]?.[name] ?? ''] as const,
    ),
  );
  return { beginsOn, endsOn, fromAge, toAge, room, address, ...Object.fromEntries(words) };
}
