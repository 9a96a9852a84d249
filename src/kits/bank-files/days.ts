import { accept, type Outcome, refuse } from '../../platform/refusal.ts';

/** A file tells of the last year, and a little more: what lies further off is another era, or a damaged line. */
const MOST_DAYS_OFF = 400;

const ERAS = ['reiwa', 'heisei', 'showa'] as const;

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
  era: (typeof ERAS)[number],
  year?: string,
  month?: string,
  day?: string,
): Temporal.PlainDate | null {
  return tried({ calendar: 'japanese', era, eraYear: Number(year), month: Number(month), day: Number(day) });
}

/** Only Temporal knows the calendar: the 29th of February is asked of it, and its no is no bug. */
function tried(parts: Temporal.PlainDateLike & { calendar?: string }): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).withCalendar('iso8601');
  } catch {
    return null;
  }
}
