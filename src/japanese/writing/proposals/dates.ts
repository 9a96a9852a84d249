import type { Edit, Reading } from './place.ts';

const WEEKDAYS = '月火水木金土日';
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911 };
/** So far back a year is looked for before a day, with the same year by its era in brackets. */
const YEAR_BEFORE = 24;
type Found = { readonly from: number; readonly found: string };

/** Dates and times as Easy Japanese writes them, by the kind of what was found. */
export function writtenDates(reading: Reading, kind: string, place: Found): Edit[] {
  const write = Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind] : undefined;
  return write?.(reading, place) ?? [];
}

const put = ({ from, found }: Found, words: string): Edit[] => [
  { from, to: from + found.length, put: words },
];

const BY_KIND: Readonly<Record<string, (reading: Reading, place: Found) => Edit[]>> = {
  'full-width-digits': (_, place) => put(place, place.found.normalize('NFKC')),
  months: (_, place) => put(place, `${place.found.slice(0, -2).replace(/箇$/u, '')}か月`),
  'length-until': (_, place) => put(place, place.found.replace(/までに$/u, 'の うちに')),
  'clock-of-24-hours': clock,
  'clock-in-signs': clock,
  'date-in-signs': (reading, place) => {
    const numbers = place.found.split(/[-/.]/u).map(Number);
    const [month = 0, day = 0] = numbers.slice(-2);
    const written = dayIn(reading, { year: numbers.length > 2 ? numbers[0] : undefined, month, day });
    return written ? put(place, written) : [];
  },
  'no-weekday': (reading, place) => {
    const [month = 0, day = 0] = [...place.found.matchAll(/\d+/gu)].map(Number);
    const before = reading.text.compact.slice(Math.max(0, place.from - YEAR_BEFORE), place.from);
    const [, era = '', ofEra = ''] = /(令和|平成|昭和|大正)(\d+|元)年$/u.exec(before) ?? [];
    const year = /(\d{4})年(?:（[^）]*）)?$/u.exec(before)?.[1] ?? (era && westernYear(era, ofEra));
    const written = dayIn(reading, { year: year ? Number(year) : undefined, month, day });
    return written ? put(place, written.replace(/^\d+年 /u, '')) : [];
  },
  'wave-dash': ({ text: { compact } }, { from }) => {
    const until =
      /^[〜～]((?:午前|午後)?(?:\d+|[月火水木金土日]曜日?)(?:[:：]\d{2}|年|月|日|時|分|歳|人|円|階|か月)*(?:\d+[日分])?)/u.exec(
        compact.slice(from),
      );
    if (until) return [{ from, to: from + until[0].length, put: `から ${until[1]}まで` }];
    return [{ from, to: from + 1, put: 'から ' }];
  },
  era: (_, place) => {
    const [, era = '', year = ''] = /^(..)(\d+|元)年$/u.exec(place.found) ?? [];
    return put(place, `${westernYear(era, year)}年（${place.found}）`);
  },
};

const westernYear = (era: string, year: string) => (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year));

/** 14時30分, 14:30 and 9:30 as 午後 2時 30分. */
function clock({ text: { compact } }: Reading, { from }: Found): Edit[] {
  const match = /^(\d{1,2})(?:時(?:(\d{1,2})分)?|[:：](\d{2}))/u.exec(compact.slice(from));
  if (!match) return [];
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  const half = hour < 12 ? '午前' : '午後';
  // The half hour after noon is 午後 0時 30分: 午後 12時 30分 is read as one of the night, too.
  const words = `${half} ${hour % 12}時${minute > 0 ? ` ${minute}分` : ''}`;
  return [{ from, to: from + match[0].length, put: words }];
}

/** With its weekday; a day without a year is the next one. @returns null for a day that does not exist, or not by the end of the next year */
function dayIn(
  { today }: Reading,
  { year, month, day }: { year: number | undefined; month: number; day: number },
): string | null {
  const date =
    year === undefined
      ? [today.year, today.year + 1]
          .map((one) => dayOf(one, month, day))
          .find((one) => one !== null && Temporal.PlainDate.compare(one, today) >= 0)
      : dayOf(year, month, day);
  if (!date) return null;
  const ofYear = year === undefined ? '' : `${date.year}年 `;
  return `${ofYear}${date.month}月 ${date.day}日（${WEEKDAYS[date.dayOfWeek - 1]}曜日）`;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
