import type { InventedDays } from '../../../platform/parts/demonstration.ts';

/** When a request was sent and when the visit could be, in open days from today (`openDay`) and times of day. */
export interface RequestCalendar {
  readonly days: InventedDays;
  /** The open day on which it was sent. At least three open days before the first possible time. */
  readonly sentOn: number;
  readonly possible: readonly (readonly [openDay: number, time: string])[];
  readonly durationMinutes: number;
  /** Shifts the acts within their hours, so that not everything happens at the same minute. */
  readonly shiftMinutes?: number;
}

/** When each thing happens that can happen to a request. */
export interface RequestTimes {
  readonly possible: readonly Temporal.Instant[];
  readonly sent: Temporal.Instant;
  readonly looked: Temporal.Instant;
  readonly asked: Temporal.Instant;
  readonly declined: Temporal.Instant;
  readonly accepted: Temporal.Instant;
  readonly confirmed: Temporal.Instant;
  /** When nobody had said yes for too long, or somebody cancelled. */
  readonly givenUp: Temporal.Instant;
  readonly begun: Temporal.Instant;
  readonly ended: Temporal.Instant;
  readonly reported: Temporal.Instant;
  readonly thanked: Temporal.Instant;
}

/** Sent in the evening, looked at and asked the next open day, accepted that evening, confirmed the morning after. */
export function timesOf(calendar: RequestCalendar): RequestTimes {
  const { days, sentOn, durationMinutes, shiftMinutes = 0 } = calendar;
  const shift = { minutes: shiftMinutes % 50 };
  const on = (count: number, time: string) => days.at(days.openDay(sentOn + count), time).add(shift);
  const possible = calendar.possible.map(([count, time]) => days.at(days.openDay(count), time));
  const start = possible[0];
  if (!start) throw new RangeError('A request has at least one possible time.');
  const ended = start.add({ minutes: durationMinutes - 5 + (shiftMinutes % 12) });
  return {
    possible,
    sent: on(0, '19:40'),
    looked: on(1, '09:20'),
    asked: on(1, '10:30'),
    declined: on(1, '13:10'),
    accepted: on(1, '18:05'),
    confirmed: on(2, '07:25'),
    givenUp: on(2, '14:15'),
    begun: start.subtract({ minutes: 4 + (shiftMinutes % 7) }),
    ended,
    reported: ended.add({ minutes: 80 + shiftMinutes }),
    thanked: ended.add({ hours: 3 }).add(shift),
  };
}
