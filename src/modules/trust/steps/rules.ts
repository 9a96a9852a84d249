import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { PLEDGE_LINES, type PledgeLine } from '../types.ts';

const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');

/** Whether a step can have been taken on a day: today or before. @param field the form's field, which the refusal names */
export function mayHaveBeenOn(
  doneOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  field: string,
): Outcome<null> {
  if (Temporal.PlainDate.compare(doneOn, today) > 0) return refuse('day_is_in_the_future', {}, field);
  if (Temporal.PlainDate.compare(doneOn, FIRST_DAY) < 0) return refuse('day_is_too_long_ago', {}, field);
  return accept(null);
}

/** Whether a pledge is whole. */
export function isEveryLineTicked(lines: readonly PledgeLine[]): Outcome<null> {
  const left = PLEDGE_LINES.filter((line) => !lines.includes(line)).length;
  return left === 0 ? accept(null) : refuse('tick_every_line', { left }, 'lines');
}
