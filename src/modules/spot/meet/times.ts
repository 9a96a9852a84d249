import { z } from 'zod';
import { isBefore } from '../../../platform/clock.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { toStart } from '../ask/rules/times/times.ts';
import type { SpotSettings } from '../settings.ts';

/** How many times a coordinator can agree on with the requester. */
export const TIME_ROWS = 3;

/** A length as typed; the rules of Spot say whether it can be. */
export const length = wholeNumber(1, 10_000);

const rows = Array.from({ length: TIME_ROWS }, (_, row) => row);

/** The fields of possible times in a form. @param name of several forms on a page, each has its own */
export function timeFieldsOf(name: string): Record<string, z.ZodType<string, string | undefined>> {
  return Object.fromEntries(
    rows.flatMap((row) => [
      [`${name}.${row}.date`, text(20)],
      [`${name}.${row}.start`, text(5)],
    ]),
  );
}

/** The starts that were typed; a row with half an answer or a day that doesn't exist is refused beside it. */
export function readStarts(
  fields: Readonly<Record<string, unknown>>,
  settings: SpotSettings,
  name = 'times',
): { starts: Temporal.Instant[]; refusals: Refusal[] } {
  const starts: Temporal.Instant[] = [];
  const refusals: Refusal[] = [];
  for (const row of rows) {
    const date = String(fields[`${name}.${row}.date`] ?? '');
    const start = String(fields[`${name}.${row}.start`] ?? '');
    if (date === '' && start === '') continue;
    const field = `${name}.${row}`;
    const day = z.iso.date().safeParse(date);
    if (date === '' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) {
      refusals.push({ code: 'time_needs_day_and_start', field });
    } else if (day.success) starts.push(toStart(Temporal.PlainDate.from(day.data), start, settings));
    else refusals.push({ code: 'day_does_not_exist', field });
  }
  return { starts, refusals };
}

/** What the rows hold before anybody has typed: the times of a request that are still to come, which may well be agreed again. */
export function slotsToCome(
  { possibleTimes }: { readonly possibleTimes: readonly Temporal.Instant[] },
  now: Temporal.Instant,
  { timeZone }: SpotSettings,
): { date: string; start: string }[] {
  return possibleTimes
    .filter((time) => isBefore(now, time))
    .map((time) => time.toZonedDateTimeISO(timeZone))
    .map((time) => ({
      date: time.toPlainDate().toString(),
      start: time.toPlainTime().toString({ smallestUnit: 'minute' }),
    }));
}

/** Starts on offer: every half hour from opening, as long as the shortest visit still ends before closing. */
export function startsOnOffer(settings: SpotSettings): string[] {
  const starts: string[] = [];
  let start = Temporal.PlainTime.from(settings.opensAt);
  const last = Temporal.PlainTime.from(settings.closesAt).subtract({ minutes: settings.leastMinutes });
  while (Temporal.PlainTime.compare(start, last) <= 0 && starts.length < 48) {
    starts.push(start.toString({ smallestUnit: 'minute' }));
    start = start.add({ minutes: 30 });
  }
  return starts;
}
