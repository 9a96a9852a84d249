import { h } from 'preact';
import { describe, expect, test } from 'vitest';
import { draw } from './draw.ts';
import { formatsIn, yearOf } from './formats.tsx';
import { rubyWords } from './messages.tsx';

const start = Temporal.Instant.from('2026-11-24T10:30:00+09:00');
const noon = Temporal.Instant.from('2026-11-24T12:00:00+09:00');
const nextDay = Temporal.Instant.from('2026-11-25T00:30:00+09:00');

describe('a time', () => {
  test.each([
    ['ja', '2026年11月24日(火)', '10:30', '2026年11月24日(火) 10:30', '2026年11月24日(火) 10:30〜12:00'],
    ['en', 'Tue, Nov 24, 2026', '10:30', 'Tue, Nov 24, 2026, 10:30', 'Tue, Nov 24, 2026, 10:30 – 12:00'],
    ['zh-Hans', '2026年11月24日周二', '10:30', '2026年11月24日周二 10:30', '2026年11月24日周二 10:30–12:00'],
    [
      'ja-easy',
      '2026ねん 11がつ 24か（かようび）',
      'ごぜん 10じ 30ぷん',
      '2026ねん 11がつ 24か（かようび） ごぜん 10じ 30ぷん',
      '2026ねん 11がつ 24か（かようび） ごぜん 10じ 30ぷんから ごご 0じまで',
    ],
  ] as const)('in %s has the weekday and the hour of Tokyo', (locale, day, time, dayTime, span) => {
    const { plain } = formatsIn(locale);
    // Intl puts narrow and thin spaces between the parts of some languages.
    const seen = [plain.day(start), plain.time(start), plain.dayTime(start), plain.span(start, noon)];
    expect(seen.map((text) => text.replaceAll(/\s/g, ' '))).toEqual([day, time, dayTime, span]);
  });

  test.each(['ja', 'ja-easy', 'en', 'zh-Hans'] as const)(
    'that ends on the next day says so in %s',
    (locale) => {
      expect(formatsIn(locale).plain.span(start, nextDay)).toMatch(/24.*25/);
    },
  );

  test.each(['ja', 'ja-easy', 'en', 'zh-Hans'] as const)('within one minute is one time in %s', (locale) => {
    const { plain } = formatsIn(locale);
    expect(plain.span(start, start.add({ seconds: 20 }))).toBe(plain.dayTime(start));
  });

  test.each([
    ['ja', '08:30'],
    ['en', '08:30'],
    ['zh-Hans', '08:30'],
    ['ja-easy', '午前 8時 30分'],
  ] as const)('of day from a setting is written in %s as any other', (locale, written) => {
    const shown = draw(h('p', null, formatsIn(locale).clock('08:30') as string), 'ja-easy');
    expect(shown.replaceAll(/<r[tp]>.*?<\/r[tp]>|<[^>]*>/g, '')).toBe(written);
  });

  test.each([
    ['ja', '12/4 金 10:00', '2027/1/5 火', '12/4 金 10:00〜11:30'],
    ['en', 'Fri, Dec 4, 10:00', 'Tue, Jan 5, 2027', 'Fri, Dec 4, 10:00 – 11:30'],
    ['zh-Hans', '12/4（周五）10:00', '2027/1/5（周二）', '12/4（周五）10:00–11:30'],
  ] as const)('where room is short in %s has no year but another one', (locale, dayTime, otherYear, span) => {
    const { plain, shortSpan } = formatsIn(locale);
    const at = Temporal.Instant.from('2026-12-04T10:00:00+09:00');
    expect(plain.shortDayTime(at, 2026)).toBe(dayTime);
    expect(plain.shortDay(Temporal.PlainDate.from('2027-01-05'), yearOf(at))).toBe(otherYear);
    expect(draw(h('p', null, shortSpan(at, at.add({ minutes: 90 }), 2026)), locale)).toContain(span);
  });

  test('where room is short in Easy Japanese leaves out this year alone', () => {
    const { plain } = formatsIn('ja-easy');
    expect(`2026ねん ${plain.shortDayTime(start, 2026)}`).toBe(plain.dayTime(start));
    expect(plain.shortDay(start, 2025)).toBe(plain.day(start));
    const shown = draw(h('p', null, formatsIn('ja-easy').shortSpan(start, noon, 2026)), 'ja-easy');
    expect(shown.replaceAll(/<r[tp]>.*?<\/r[tp]>|<[^>]*>/g, '')).toBe(
      '11月 24日（火曜日） 午前 10時 30分から 午後 0時まで',
    );
  });

  test('late in the evening of UTC is the next day in Tokyo', () => {
    const at = Temporal.Instant.from('2026-12-31T15:00:00Z');
    expect(formatsIn('ja').plain.dayTime(at)).toBe('2027年1月1日(金) 00:00');
  });
});

test.each(['ja', 'ja-easy', 'en', 'zh-Hans'] as const)(
  'a day with its times keeps its order in %s where words run from right to left, and marks nothing in plain text',
  (locale) => {
    const formats = formatsIn(locale);
    for (const words of [formats.span(start, noon), formats.dayTime(start)])
      expect(draw(h('p', { dir: 'rtl' }, words), locale)).toMatch(/^<p dir="rtl"><bdi>.*<\/bdi><\/p>$/s);
    for (const text of [formats.plain.span(start, noon), formats.plain.dayTime(start)])
      expect(text).not.toMatch(/[<\u2066-\u2069]/);
  },
);

test.each([
  ['ja', '24:00', 'A、B、C'],
  ['ja-easy', 'よるの 12じ', 'A、 B、 C'],
  ['en', '24:00', 'A, B, and C'],
  ['zh-Hans', '24:00', 'A、B和C'],
] as const)('%s has its own midnight and its own lists', (locale, midnight, list) => {
  const formats = formatsIn(locale);
  expect(formats.plain.clock('24:00')).toBe(midnight);
  expect(formats.list(['A', 'B', 'C'])).toBe(list);
});

describe('the readings of Easy Japanese', () => {
  const ruby = (words: unknown) =>
    [...draw(h('p', null, words as string), 'ja-easy').matchAll(/<ruby>(.*?)<rp>.*?<rt>(.*?)<\/rt>/g)].map(
      ([, base, reading]) => `${base}=${reading}`,
    );
  const { minutes, day } = formatsIn('ja-easy');

  test.each([
    [0, ['0分=れいふん']],
    [1, ['1分=いっぷん']],
    [8, ['8分=はっぷん']],
    [10, ['10分=じゅっぷん']],
    [30, ['30分=さんじゅっぷん']],
    [45, ['45分=よんじゅうごふん']],
    [60, ['時間=じかん']],
    [90, ['時間=じかん', '30分=さんじゅっぷん']],
  ])('%d minutes', (length, readings) => {
    expect(ruby(minutes(length))).toEqual(readings);
  });

  test.each([
    ['2026-04-01', ['年=ねん', '4月=しがつ', '1日=ついたち', '水曜日=すいようび']],
    ['2026-09-20', ['年=ねん', '9月=くがつ', '20日=はつか', '日曜日=にちようび']],
    ['2028-02-29', ['年=ねん', '2月=にがつ', '日=にち', '火曜日=かようび']],
  ])('%s', (date, readings) => {
    expect(ruby(day(Temporal.PlainDate.from(date)))).toEqual(readings);
  });
});

describe('numbers', () => {
  test.each([
    ['ja', '1時間30分', '12,345', '1,500円', '2.5 km'],
    ['en', '1 hour 30 minutes', '12,345', '¥1,500', '2.5 km'],
    ['zh-Hans', '1小时30分钟', '12,345', '1,500日元', '2.5公里'],
  ] as const)('in %s', (locale, length, count, yen, km) => {
    const formats = formatsIn(locale);
    const seen = [formats.plain.minutes(90), formats.count(12_345), formats.yen(1_500), formats.km(2.54)];
    expect(seen).toEqual([length, count, yen, km]);
  });
});

test.each([
  ['ja', '2026年4月'],
  ['ja-easy', '2026年《ねん》 ｜4月《しがつ》'],
  ['en', 'April 2026'],
  ['zh-Hans', '2026年4月'],
] as const)('a month stands above its days in %s', (locale, month) => {
  const words = formatsIn(locale).month(Temporal.PlainDate.from('2026-04-30'));
  expect(draw(h('p', null, words), locale)).toBe(draw(h('p', null, rubyWords(month)), locale));
});
