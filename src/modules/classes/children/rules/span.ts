import type { Span } from '../types.ts';

/** For how long somebody may fetch. */
export const HOW_LONG = ['once', 'until', 'always'] as const;

interface Said {
  readonly howLong: (typeof HOW_LONG)[number];
  /** As it was typed; empty for none. */
  readonly onDay: string;
}

/** The days that were meant; the field to mend where a day is missing or over. */
export function readSpan(
  { howLong, onDay }: Said,
  today: Temporal.PlainDate,
): Span | { readonly code: string; readonly field: string } {
  if (howLong === 'always') return { fromOn: today, untilOn: null };
  if (onDay === '') return { code: 'choose_a_day', field: 'onDay' };
  const on = Temporal.PlainDate.from(onDay);
  if (Temporal.PlainDate.compare(on, today) < 0) return { code: 'choose_a_coming_day', field: 'onDay' };
  return { fromOn: howLong === 'once' ? on : today, untilOn: on };
}
