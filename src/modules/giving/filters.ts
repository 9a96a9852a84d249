import { z } from 'zod';
import type { Locale } from '../../platform/languages/locales.ts';
import { text } from '../../platform/web/form-fields.ts';
import { FUNDS } from './types.ts';
import { givingStaffMessages } from './words.ts';

const empty = (value: unknown) => value || undefined;

/** A fiscal year to look through, by the year in which it begins; nothing, or what is none, is all of them. */
export const fiscalYear = z.preprocess(
  empty,
  z.coerce.number().int().min(2000).max(2998).optional().catch(undefined),
);

/** One of these to look through; nothing is all of them. */
export const anyOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(empty, z.enum(values).optional());

/** Words to look for. */
export const searched = text(100).transform((typed) => typed || undefined);

/** The purposes to choose from, in a reader's language. */
export const fundOptions = (locale: Locale) =>
  FUNDS.map((value) => ({ value, label: givingStaffMessages.in(locale).plain(`fund_${value}`) }));
