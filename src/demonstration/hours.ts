import type { WeeklyHours } from '../modules/people/index.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const SATURDAY = [6];
const [OPENS, NOON, AFTERNOON, CLOSES, EVENING] = [510, 720, 780, 1080, 1200];

/** Kinds of weeks that volunteers have, by the name that the data uses. */
const WEEKS: Readonly<Record<string, readonly WeeklyHours[]>> = {
  open: on([...WEEKDAYS, ...SATURDAY], OPENS, CLOSES),
  weekdays: on(WEEKDAYS, 570, 1020),
  mornings: on([...WEEKDAYS, ...SATURDAY], OPENS, NOON),
  afternoons: [...on([1, 3, 5], AFTERNOON, CLOSES), ...on(SATURDAY, 600, CLOSES)],
  saturday: [...on(SATURDAY, 540, CLOSES), ...on([2, 4], 960, EVENING)],
};

function on(weekdays: readonly number[], startMinute: number, endMinute: number): WeeklyHours[] {
  return weekdays.map((weekday) => ({ weekday, startMinute, endMinute }));
}

/** The hours of a kind of week. @throws for a kind that isn't known */
export function hoursOf(kind: string): readonly WeeklyHours[] {
  const hours = WEEKS[kind];
  if (!hours) throw new RangeError(`${kind} is no kind of week.`);
  return hours;
}
