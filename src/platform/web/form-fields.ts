import { z } from 'zod';
import { graphemeCount, isWellFormed, withoutDirections, withoutTurns } from '../../japanese/text.ts';
import { readTyped, showsSomething } from '../../japanese/typed.ts';
import { breaksLine, holdsWebAddress } from '../../japanese/web-address.ts';

/**
 * A line or text that a person types: trimmed, NFC, line ends as `\n`, without NUL or broken characters.
 * @param most the greatest length in characters as people count them (grapheme clusters), none of them of many parts
 */
export function text(most: number): z.ZodType<string, string | undefined> {
  return z
    .string()
    .default('')
    .refine(isWellFormed, { message: 'text_has_unusable_characters' })
    .transform((typed) => withoutTurns(typed).replaceAll('\r\n', '\n').trim().normalize('NFC'))
    .refine((typed) => isWithinLength(typed, most), {
      message: 'text_is_too_long',
      params: { most },
    });
}

/** A reader may need several code points a character (स्त्री is one of six); how many is bounded all the same. */
const MOST_CODE_POINTS = 8;

function isWithinLength(typed: string, most: number): boolean {
  const points = typed.length <= most * MOST_CODE_POINTS * 2 ? [...typed].length : Number.POSITIVE_INFINITY;
  return points <= most || (points <= most * MOST_CODE_POINTS && graphemeCount(typed) <= most);
}

/** As `text`, but must show something: not empty, nor made of what nobody sees. */
export function requiredText(most: number, code = 'fill_this_in'): z.ZodType<string, string | undefined> {
  return text(most).refine(showsSomething, { message: code });
}

/**
 * A name that may stand in mails, empty or not: it runs straight, in one line, and holds no address of which a mail program makes
 * a link. Every name that a mail says is typed through it; the mail says it by `nameInMail`.
 */
export function nameText(most: number): z.ZodType<string, string | undefined> {
  return text(most)
    .refine((typed) => !breaksLine(typed), { message: 'name_is_one_line' })
    .transform((typed) => withoutDirections(typed).trim())
    .refine((typed) => !holdsWebAddress(typed), { message: 'name_holds_no_address' });
}

/** One of some choices. */
export function choice<const T extends readonly [string, ...string[]]>(
  options: T,
  code = 'choose_one',
): z.ZodType<T[number], string | undefined> {
  return z.enum(options, { message: code }) as unknown as z.ZodType<T[number], string | undefined>;
}

/** Any number of some choices; a single one arrives as a string, none as undefined. */
export function choices<const T extends readonly string[]>(options: T): z.ZodType<T[number][]> {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(options, { message: 'choose_one' })).max(options.length),
  ) as unknown as z.ZodType<T[number][]>;
}

/** A checkbox. */
export const checkbox: z.ZodType<boolean> = z.preprocess(
  (value) => value !== undefined && value !== '',
  z.boolean(),
);

/** A day as `<input type=date>` sends it; refuses 30 February and words. */
export const day: z.ZodType<Temporal.PlainDate> = z
  .string({ message: 'fill_this_in' })
  .transform((typed, context) => {
    try {
      return toDay(typed.trim());
    } catch {
      context.addIssue({
        code: 'custom',
        message: typed.trim() === '' ? 'fill_this_in' : 'day_does_not_exist',
      });
      return z.NEVER;
    }
  }) as unknown as z.ZodType<Temporal.PlainDate>;

/** A whole number within limits, typed with the digits of any script. */
export function wholeNumber(least: number, most: number): z.ZodType<number> {
  return z
    .string({ message: 'fill_this_in' })
    .transform((typed) => readTyped(typed).replaceAll(',', ''))
    .refine((typed) => /^-?\d{1,9}$/.test(typed), { message: 'write_a_whole_number' })
    .transform(Number)
    .refine((number) => number >= least && number <= most, {
      message: 'number_is_out_of_range',
      params: { least, most },
    }) as unknown as z.ZodType<number>;
}

/**
 * A day of the years 1000 to 2999, as `<input type=date>` writes it: others are days too, but the database does not read
 * the times around all of them.
 * @throws RangeError for anything else, 30 February included
 */
export function toDay(typed: string): Temporal.PlainDate {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(typed)) throw new RangeError('not a day');
  return Temporal.PlainDate.from(typed, { overflow: 'reject' });
}

const MOST_ROWS = 400;

/** A time by the clock, `08:30`. */
export const timeOfDay: z.ZodType<string> = text(5).refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), {
  message: 'write_a_time_of_day',
});

/** Several fields of one name, as many as were sent. */
const several = z
  .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.string()).max(MOST_ROWS))
  .transform((all) => all.map((one) => readTyped(one.trim())));

/** What was filled in of several fields of one name, each once and in order. @param code said where one is not good */
export function each(isGood: (typed: string) => boolean, code: string): z.ZodType<string[]> {
  return several
    .transform((all) => [...new Set(all.filter((one) => one !== ''))].sort())
    .refine((all) => all.every(isGood), { message: code }) as unknown as z.ZodType<string[]>;
}

const isDay = (day: string) => z.iso.date().safeParse(day).success;

/** Single days, `2026-11-22`; an empty one is none. */
export const singleDays: z.ZodType<string[]> = each(isDay, 'choose_a_day');

/** Hours and minutes, either of which may be left empty. @returns minutes, within these bounds */
export function lengthOfTime(least: number, most: number): z.ZodType<number> {
  return several
    .refine((parts) => parts.every((part) => /^\d{0,4}$/.test(part)), { message: 'write_a_whole_number' })
    .transform(([hours, minutes]) => Number(hours ?? 0) * 60 + Number(minutes ?? 0))
    .refine((sum) => sum >= least && sum <= most, {
      message: 'duration_is_out_of_range',
      params: { least, most: most / 60 },
    }) as unknown as z.ZodType<number>;
}

/** From one month and day to another, `12-29` to `01-03`, both included, every year. */
export interface YearlyPeriod {
  readonly from: string;
  readonly to: string;
}

/** Of a period: first month and day, last month and day. */
const PARTS = 4;

/** Months and days of yearly periods, four fields each. A leap day stands for the last of February. */
export const yearly = several
  .transform((all) => chunks(all, PARTS).filter((parts) => parts.some((part) => part !== '')))
  .refine(
    (all) => all.every((parts) => isMonthAndDay(parts[0], parts[1]) && isMonthAndDay(parts[2], parts[3])),
    { message: 'choose_a_whole_period' },
  )
  .transform((all) =>
    all.map(([fromMonth, fromDay, toMonth, toDay]) => ({
      from: monthAndDay(fromMonth, fromDay),
      to: monthAndDay(toMonth, toDay),
    })),
  ) as unknown as z.ZodType<YearlyPeriod[]>;

const monthAndDay = (month = '', day = '') => `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
/** 2000 was a leap year. */
const isMonthAndDay = (month = '', day = '') => isDay(`2000-${monthAndDay(month, day)}`);

function chunks<Item>(all: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
