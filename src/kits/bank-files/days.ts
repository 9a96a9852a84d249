import { accept, type Outcome, refuse } from '../../platform/refusal.ts';

/** A file tells of the last year, and a little more: what lies further off is another era, or a damaged line. */
const MOST_DAYS_OFF = 400;

const ERAS = ['reiwa', 'heisei', 'showa'] as const;
type Era = (typeof ERAS)[number];

/** What somebody writes before the year, in Latin letters or kanji. */
const ERA_OF: Readonly<Record<string, Era>> = {
  R: 'reiwa',
  H: 'heisei',
  S: 'showa',
  令和: 'reiwa',
  平成: 'heisei',
  昭和: 'showa',
};

const TIME_OR_WEEKDAY = /(?:[\sT]\d{1,2}:\d{2}(?::\d{2})?|\(\p{L}+\))$/u;
const BY_ERA = /^(\p{L}{1,2})-?(\d{1,2})-(\d{1,2})-(\d{1,2})$/u;
const BY_YEAR = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/u;
const TWO_DIGITS = /^(\d{2})-?(\d{2})-?(\d{2})$/u;

/** Reads a day of a file, for a refusal on that line. */
export type ReadDay = (text: string, line: number) => Outcome<Temporal.PlainDate>;

/**
 * Reads days as Zengin files have them, YYMMDD in a Japanese era that they do not name: the one whose day lies nearest to
 * the day of the import. Refuses what is no day, and what lies more than 400 days off.
 */
export function eraDays(importDay: Temporal.PlainDate): ReadDay {
  return remembering(importDay, (text) => {
    const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
    return ERAS.map((era) => dayOfEra(era, year, month, day));
  });
}

/**
 * Reads days as banks' tables have them: 2026/11/30, 20261130, R08.11.30, 令和8年11月30日, full width too, a time or a
 * weekday behind it; of a year in two digits, the era or century nearest to the import. Refuses as `eraDays` does.
 */
export function writtenDays(importDay: Temporal.PlainDate): ReadDay {
  return remembering(importDay, (text) => {
    const day = text.normalize('NFKC').trim().replace(TIME_OR_WEEKDAY, '');
    const parts = dashed(day.replace(/[\s日]+/gu, ''));
    const byYear = BY_YEAR.exec(parts) ?? TOGETHER.exec(parts);
    if (byYear) return [isoDay(Number(byYear[1]), byYear[2], byYear[3])];
    const byEra = BY_ERA.exec(parts);
    if (byEra) return [dayOfEra(ERA_OF[(byEra[1] ?? '').toUpperCase()], byEra[2], byEra[3], byEra[4])];
    const [, year, ...rest] = TWO_DIGITS.exec(parts) ?? [];
    return [isoDay(2000 + Number(year), ...rest), ...ERAS.map((era) => dayOfEra(era, year, ...rest))];
  });
}

/** A day with one sign between its parts; the first year of an era has a word of its own. */
function dashed(day: string): string {
  return day.replace(/元(?=年)/u, '1').replace(/[/.年月](?=\d)/gu, '-');
}

type Days = readonly (Temporal.PlainDate | null)[];

/** A file repeats few days over many lines: each is worked out once. */
function remembering(importDay: Temporal.PlainDate, possible: (text: string) => Days): ReadDay {
  const known = new Map<string, { readonly day: Temporal.PlainDate; readonly off: number } | null>();
  return (text, line) => {
    const nearest = known.get(text) ?? nearestOf(importDay, possible(text));
    known.set(text, nearest);
    if (!nearest) return refuse('bank_day_is_unreadable', { line, day: text });
    if (nearest.off > MOST_DAYS_OFF)
      return refuse('bank_day_is_far_off', { line, day: nearest.day.toString() });
    return accept(nearest.day);
  };
}

function nearestOf(importDay: Temporal.PlainDate, days: Days) {
  const [nearest] = days
    .flatMap((day) => (day ? [{ day, off: Math.abs(importDay.until(day).total('days')) }] : []))
    .sort((one, other) => one.off - other.off);
  return nearest ?? null;
}

/** Years go on after an era's end: programs that nobody renewed still count them. */
function dayOfEra(
  era: Era | undefined,
  year?: string,
  month?: string,
  day?: string,
): Temporal.PlainDate | null {
  if (era === undefined) return null;
  return tried({ calendar: 'japanese', era, eraYear: Number(year), month: Number(month), day: Number(day) });
}

function isoDay(year: number, month?: string, day?: string): Temporal.PlainDate | null {
  return tried({ year, month: Number(month), day: Number(day) });
}

/** Only Temporal knows the calendar: the 29th of February is asked of it, and its no is no bug. */
function tried(parts: Temporal.PlainDateLike & { calendar?: string }): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).withCalendar('iso8601');
  } catch {
    return null;
  }
}
