import { readCounted, readFilledIn } from '../../japanese/counters.ts';
import { readFurigana } from '../../japanese/furigana.ts';
import { dayInJapan } from '../clock.ts';
import { type Locale, localeFacts } from './locales.ts';
import { rubyWords, type Words } from './messages.tsx';

/** The organization's time zone; every date and time on a screen is in it. */
export const TIME_ZONE = 'Asia/Tokyo';

type Day = Temporal.PlainDate | Temporal.Instant;

/** How one language writes dates, times, counts, lengths and money. `plain` is the same as a string, for attributes, options and mail: kana where furigana would stand. */
export interface Formats {
  /** 2026年11月22日(日) · Sun, Nov 22, 2026 · 2026年 11月 22日（日曜日） in Easy Japanese. */
  day(day: Day): Words;
  /** The month of a day, above what is in it: 2026年11月 · November 2026. */
  month(day: Day): Words;
  /** 14:30 · 午後2時30分 in Easy Japanese. */
  time(at: Temporal.Instant): Words;
  /** A time of day, `08:30` to `24:00`, as `time` writes it. */
  clock(time: string): Words;
  /** Day and time of a start: 2026年11月22日(日) 14:30 · Sun, Nov 22, 2026, 14:30. */
  dayTime(at: Temporal.Instant): Words;
  /** Day with start and end: 2026年11月24日(火) 10:30〜12:00 · Tue, Nov 24, 2026, 10:30 – 12:00; both days when they differ, one time in one minute. */
  span(start: Temporal.Instant, end: Temporal.Instant): Words;
  /**
   * Day and time where room is short and nobody needs them spelled out: 12/4 金 10:00 · Fri, Dec 4, 10:00. The year
   * stands only where it is not `thisYear`; nothing else is left out in Easy Japanese.
   */
  shortDayTime(at: Temporal.Instant, thisYear: number): Words;
  shortDay(day: Day, thisYear: number): Words;
  shortSpan(start: Temporal.Instant, end: Temporal.Instant, thisYear: number): Words;
  /** 1 h 30 min. */
  minutes(minutes: number): Words;
  count(count: number): string;
  yen(yen: number): string;
  km(km: number): string;
  /** Joins names: A, B and C; those with furigana keep it. */
  list(items: readonly string[]): string;
  list(items: readonly Words[]): Words;
  plain: {
    day(day: Day): string;
    month(day: Day): string;
    time(at: Temporal.Instant): string;
    dayTime(at: Temporal.Instant): string;
    span(start: Temporal.Instant, end: Temporal.Instant): string;
    shortDay(day: Day, thisYear: number): string;
    shortDayTime(at: Temporal.Instant, thisYear: number): string;
    minutes(minutes: number): string;
    clock(time: string): string;
  };
}

const made = new Map<Locale, Formats>();

/** The formats of one language. Cheap to call: made once. */
export function formatsIn(locale: Locale): Formats {
  const known = made.get(locale) ?? makeFormats(locale);
  made.set(locale, known);
  return known;
}

interface Writing {
  day(day: Temporal.PlainDate): string;
  month(day: Temporal.PlainDate): string;
  time(at: Temporal.Instant): string;
  /** The end of a day, as 24:00. */
  midnight: string;
  dayTime(at: Temporal.Instant): string;
  span(start: Temporal.Instant, end: Temporal.Instant): string;
  shortDay(day: Temporal.PlainDate, thisYear: number): string;
  shortDayTime(at: Temporal.Instant, thisYear: number): string;
  shortSpan(start: Temporal.Instant, end: Temporal.Instant, thisYear: number): string;
  minutes(minutes: number): string;
}

/** The year that it is in Tokyo, which short dates leave out. */
export function yearOf(now: Temporal.Instant): number {
  return inTokyo(now).year;
}

function makeFormats(locale: Locale): Formats {
  const { tag } = localeFacts[locale];
  const writing = locale === 'ja-easy' ? easyWriting : intlWriting(tag);
  const number = new Intl.NumberFormat(tag);
  const yen = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: 'JPY',
    // A sign that is another money in China, and 円 as it stands in sentences; in Easy Japanese it would need its reading.
    currencyDisplay: locale === 'ja' || locale === 'zh-Hans' ? 'name' : 'symbol',
  });
  const km = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 });
  const list = listIn(locale);
  const clock = (time: string) => (time === '24:00' ? writing.midnight : writing.time(onSomeDay(time)));
  const words = (text: string): Words => (text.includes('《') ? rubyWords(text) : text);
  /** Where words run from right to left, the parts of a day and its times would change places. */
  const apart = (text: string): Words => <bdi>{words(text)}</bdi>;
  return {
    day: (day) => words(writing.day(inTokyo(day))),
    month: (day) => words(writing.month(inTokyo(day))),
    time: (at) => words(writing.time(at)),
    clock: (time) => words(clock(time)),
    dayTime: (at) => apart(writing.dayTime(at)),
    span: (start, end) => apart(writing.span(start, end)),
    shortDay: (day, thisYear) => words(writing.shortDay(inTokyo(day), thisYear)),
    shortDayTime: (at, thisYear) => apart(writing.shortDayTime(at, thisYear)),
    shortSpan: (start, end, thisYear) => apart(writing.shortSpan(start, end, thisYear)),
    minutes: (minutes) => words(writing.minutes(minutes)),
    count: (count) => number.format(count),
    yen: (amount) => yen.format(amount),
    km: (distance) => km.format(distance),
    list: ((items: readonly Words[]) =>
      areStrings(items) ? partsOf(items, list).join('') : partsOf(items, list)) as Formats['list'],
    plain: {
      day: (day) => readFurigana(writing.day(inTokyo(day))),
      month: (day) => readFurigana(writing.month(inTokyo(day))),
      time: (at) => readFurigana(writing.time(at)),
      dayTime: (at) => readFurigana(writing.dayTime(at)),
      span: (start, end) => readFurigana(writing.span(start, end)),
      shortDay: (day, thisYear) => readFurigana(writing.shortDay(inTokyo(day), thisYear)),
      shortDayTime: (at, thisYear) => readFurigana(writing.shortDayTime(at, thisYear)),
      minutes: (minutes) => readFurigana(writing.minutes(minutes)),
      clock: (time) => readFurigana(clock(time)),
    },
  };
}

/** What stands in the place of each part of a list. */
type List = (count: number) => readonly (number | string)[];

/** Easy Japanese puts a space after the comma, as everywhere. */
function listIn(locale: Locale): List {
  if (locale === 'ja-easy')
    return (count) => Array.from({ length: count }, (_, at) => (at === 0 ? [at] : ['、 ', at])).flat();
  const list = new Intl.ListFormat(localeFacts[locale].tag);
  return (count) =>
    list
      .formatToParts(Array.from({ length: count }, (_, at) => `${at}`))
      .map(({ type, value }) => (type === 'element' ? Number(value) : value));
}

function partsOf<Item>(items: readonly Item[], list: List): (Item | string)[] {
  return list(items.length).map((part) => (typeof part === 'number' ? (items[part] as Item) : part));
}

const areStrings = (items: readonly Words[]): items is readonly string[] =>
  items.every((item) => typeof item === 'string');

function inTokyo(day: Day): Temporal.PlainDate {
  return day instanceof Temporal.Instant ? dayInJapan(day) : day;
}

function onSomeDay(time: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from('2000-01-01')
    .toZonedDateTime({ timeZone: TIME_ZONE, plainTime })
    .toInstant();
}

function intlWriting(tag: string): Writing {
  const options = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  // `Intl` formats plain numbers several times faster than Temporal objects, so instants go in as milliseconds.
  const day = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(tag, { ...clock, timeZone: TIME_ZONE });
  const dayTime = new Intl.DateTimeFormat(tag, { ...options, ...clock, timeZone: TIME_ZONE });
  // `Intl`'s own ranges write days and times differently from a single time: 10時30分～12時00分, 2026/11/24周二.
  const dash = tag === 'ja' ? '〜' : tag === 'zh-Hans' ? '–' : ' – ';
  const unit = (unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
  const [hour, minute] = [unit('hour'), unit('minute')];
  /** `Intl` puts a space between number and unit also within Japanese and Chinese, which have none. */
  const closeUp = (length: string) => (tag === 'en' ? length : length.replaceAll(' ', ''));
  const short = shortWriting(tag, (at) => time.format(at.epochMilliseconds), dash);
  return {
    ...short,
    day: (date) => day.format(utcOf(date)),
    month: (date) => month.format(utcOf(date)),
    time: (at) => time.format(at.epochMilliseconds),
    midnight: '24:00',
    dayTime: (at) => dayTime.format(at.epochMilliseconds),
    span: (start, end) => {
      const from = dayTime.format(start.epochMilliseconds);
      if (from === dayTime.format(end.epochMilliseconds)) return from;
      const until = inTokyo(start).equals(inTokyo(end)) ? time : dayTime;
      return from + dash + until.format(end.epochMilliseconds);
    },
    minutes: (minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      if (hours === 0) return closeUp(minute.format(rest));
      return closeUp(rest === 0 ? hour.format(hours) : `${hour.format(hours)} ${minute.format(rest)}`);
    },
  };
}

const utcOf = (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day);

/** 12/4 金 10:00 and 12/4（周五）10:00: `Intl` has no form with weekday that is as short in Japanese and Chinese. */
function shortWriting(
  tag: string,
  time: Writing['time'],
  dash: string,
): Pick<Writing, 'shortDay' | 'shortDayTime' | 'shortSpan'> {
  const day = { month: tag === 'en' ? 'short' : 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  const [within, beyond] = [day, { ...day, year: 'numeric' } as const].map(
    (options) => new Intl.DateTimeFormat(tag === 'en' ? tag : 'ja', options),
  ) as [Intl.DateTimeFormat, Intl.DateTimeFormat];
  const shortDay = (date: Temporal.PlainDate, thisYear: number) => {
    const utc = utcOf(date);
    const written = (date.year === thisYear ? within : beyond).format(utc);
    if (tag === 'en') return `${weekday.format(utc)}, ${written}`;
    return tag === 'ja' ? `${written} ${weekday.format(utc)}` : `${written}（${weekday.format(utc)}）`;
  };
  const between = tag === 'en' ? ', ' : tag === 'ja' ? ' ' : '';
  const shortDayTime = (at: Temporal.Instant, thisYear: number) =>
    shortDay(inTokyo(at), thisYear) + between + time(at);
  return {
    shortDay,
    shortDayTime,
    shortSpan: (start, end, thisYear) => {
      const from = shortDayTime(start, thisYear);
      if (from === shortDayTime(end, thisYear)) return from;
      const isOneDay = inTokyo(start).equals(inTokyo(end));
      return from + dash + (isOneDay ? time(end) : shortDayTime(end, thisYear));
    },
  };
}

const WEEKDAYS = ['月', '火', '水', '木', '金', '土', '日'];
const WEEKDAY_READINGS = ['げつ', 'か', 'すい', 'もく', 'きん', 'ど', 'にち'];
/** The way of the Immigration Services Agency's guideline for Easy Japanese: Western year, weekday in full, 12-hour clock, から and まで. */
const easyWriting: Writing = {
  day: (date) => `${date.year}年《ねん》 ${withinYear(date)}`,
  month: (date) => `${date.year}年《ねん》 ${monthOf(date)}`,
  time: (at) => {
    const { hour, minute } = at.toZonedDateTimeISO(TIME_ZONE);
    const half = hour < 12 ? '午前《ごぜん》' : '午後《ごご》';
    const shown = hour % 12;
    const hours = readFilledIn(`${shown}時《じ》`);
    return minute === 0 ? `${half} ${hours}` : `${half} ${hours} ${writeMinutes(minute)}`;
  },
  midnight: '夜《よる》の 12時《じ》',
  dayTime: (at) => `${easyWriting.day(inTokyo(at))} ${easyWriting.time(at)}`,
  span: (start, end) => easySpan(start, end, easyWriting.dayTime),
  shortDay: (date, thisYear) => (date.year === thisYear ? withinYear(date) : easyWriting.day(date)),
  shortDayTime: (at, thisYear) => `${easyWriting.shortDay(inTokyo(at), thisYear)} ${easyWriting.time(at)}`,
  shortSpan: (start, end, thisYear) => easySpan(start, end, (at) => easyWriting.shortDayTime(at, thisYear)),
  minutes: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return writeMinutes(rest);
    return rest === 0 ? `${hours}時間《じかん》` : `${hours}時間《じかん》 ${writeMinutes(rest)}`;
  },
};

/** 12月4日（金曜日）. */
function withinYear(date: Temporal.PlainDate): string {
  const weekday = date.dayOfWeek - 1;
  const day = date.day === 1 ? '｜1日《ついたち》' : readFilledIn(`${date.day}日《にち》`);
  return `${monthOf(date)} ${day}（${WEEKDAYS[weekday]}曜日《${WEEKDAY_READINGS[weekday]}ようび》）`;
}

const monthOf = ({ month }: Temporal.PlainDate) => `｜${month}月《${readCounted(month, '月')}》`;

function easySpan(start: Temporal.Instant, end: Temporal.Instant, write: Writing['dayTime']): string {
  const from = write(start);
  if (from === write(end)) return from;
  const until = inTokyo(start).equals(inTokyo(end)) ? easyWriting.time(end) : write(end);
  return `${from}から ${until}まで`;
}

/** 30分 with its reading above all of it, so that number and 分 stay together; 0 to 59. */
function writeMinutes(minutes: number): string {
  return `｜${minutes}分《${readCounted(minutes, '分')}》`;
}
