import type { CareNote, Child, Food } from '../types.ts';
import { endOfSchoolYear } from './school-year.ts';

/** A consent that would end within so many days goes on to the end of the next school year. */
const SHORT_DAYS = 60;

/** Until when a note may be read whose guardian agrees today: the end of the school year, which families know. */
export function consentUntil(today: Temporal.PlainDate): Temporal.PlainDate {
  const end = endOfSchoolYear(today);
  return today.until(end).days < SHORT_DAYS ? endOfSchoolYear(end.add({ days: 1 })) : end;
}

/** Whether a note may be read on a day. */
export const isReadable = ({ consentUntil }: CareNote, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, consentUntil) <= 0;

/**
 * What is known of a child's health on a day. Three of them have no note to show and are not the same: nobody was asked,
 * there is nothing, and there was something that may not be read any more.
 */
export type Care =
  | { readonly kind: 'unsaid' | 'nothing' | 'lapsed' }
  | { readonly kind: 'notes'; readonly notes: readonly CareNote[] };

/** @param notes all of the child's that are kept */
export function careOn(
  { careSaidAt }: Pick<Child, 'careSaidAt'>,
  notes: readonly CareNote[],
  day: Temporal.PlainDate,
): Care {
  // One note that has lapsed among others that hold: what holds alone would look like all there is.
  if (notes.some((note) => !isReadable(note, day))) return { kind: 'lapsed' };
  if (notes.length > 0) return { kind: 'notes', notes };
  return { kind: careSaidAt === null ? 'unsaid' : 'nothing' };
}

/** The foods that a child must not get on a day, by their notes. */
export function foodsToKeepFrom(notes: readonly CareNote[], day: Temporal.PlainDate): Food[] {
  return [...new Set(notes.filter((note) => isReadable(note, day)).flatMap(({ foods }) => foods))];
}
