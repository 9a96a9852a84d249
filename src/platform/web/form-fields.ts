import { z } from 'zod';
import { graphemeCount, isWellFormed, withoutTurns } from '../../japanese/text.ts';
import { readTyped, showsSomething } from '../../japanese/typed.ts';

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

/** One of some choices. */
export function choice<const T extends readonly [string, ...string[]]>(
  options: T,
  code = 'choose_one',
): z.ZodType<T[number], string | undefined> {
  return z.enum(options, { message: code }) as unknown as z.ZodType<T[number], string | undefined>;
}

/** Any number of some choices; a single one arrives as a string, none as undefined. */
export function choices<const T extends readonly [string, ...string[]]>(options: T): z.ZodType<T[number][]> {
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
 * A day of four-digit years, as `<input type=date>` writes it: others are days too, but none that a database keeps.
 * @throws RangeError for anything else, 30 February included
 */
export function toDay(typed: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) throw new RangeError('not a day');
  return Temporal.PlainDate.from(typed, { overflow: 'reject' });
}
