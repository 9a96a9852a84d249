import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { isOnTheWay } from '../rules.ts';
import { type Application, PLEDGE_LINES, type PledgeLine } from '../types.ts';

const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');

/** Whether a step can be recorded as taken on a day: of an applicant or volunteer, today or before. */
export function mayRecordStep(
  application: Pick<Application, 'state'> | null,
  doneOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Outcome<null> {
  if (!isOnTheWay(application)) return refuse('there_is_no_application');
  if (Temporal.PlainDate.compare(doneOn, today) > 0) return refuse('day_is_in_the_future');
  if (Temporal.PlainDate.compare(doneOn, FIRST_DAY) < 0) return refuse('day_is_too_long_ago');
  return accept(null);
}

/** Whether somebody can pledge: applicants and volunteers, every line ticked. */
export function mayPledge(
  application: Pick<Application, 'state'> | null,
  lines: readonly PledgeLine[],
): Outcome<null> {
  if (!isOnTheWay(application)) return refuse('apply_before_you_pledge');
  const left = PLEDGE_LINES.filter((line) => !lines.includes(line)).length;
  return left === 0 ? accept(null) : refuse('tick_every_line', { left }, 'lines');
}
