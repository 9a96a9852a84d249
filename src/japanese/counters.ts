const ONES = ' いち に さん よん ご ろく なな はち きゅう'.split(' ');
const MINUTES = ' いっぷん にふん さんぷん よんぷん ごふん ろっぷん ななふん はっぷん きゅうふん'.split(' ');
const MONTHS = ' いち に さん し ご ろく しち はち く じゅう じゅういち じゅうに'.split(' ');
const HOURS: Readonly<Record<number, string>> = { 4: 'よ', 7: 'しち', 9: 'く' };
const PEOPLE: Readonly<Record<number, string>> = { 1: 'ひとり', 2: 'ふたり', 4: 'よにん' };
const AGES: Readonly<Record<number, string>> = {
  1: 'いっさい',
  8: 'はっさい',
  10: 'じゅっさい',
  20: 'はたち',
};
// Days that are not read as number + にち, of the month or counted; the first of the month alone is ついたち.
const DAYS: Readonly<Record<number, string>> = {
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

/** What is counted and read by its number: 30分, 2日. */
export type Counter = '月' | '日' | '時' | '分' | '人' | '歳';

function readTens(count: number): string {
  const tens = Math.floor(count / 10);
  return tens === 0 ? '' : `${tens === 1 ? '' : ONES[tens]}じゅう`;
}

const readNumber = (count: number) => readTens(count) + ONES[count % 10] || 'れい';

function readMinutes(count: number): string {
  if (count === 0) return 'れいふん';
  return count % 10 === 0 ? readTens(count).replace(/う$/, 'っぷん') : readTens(count) + MINUTES[count % 10];
}

/**
 * The reading of a number with what it counts: 30, 分 gives さんじゅっぷん; 1, 日 gives いちにち (one day; the first of
 * a month is ついたち).
 * @param count a whole number of 0 to 99
 */
export function readCounted(count: number, counter: Counter): string {
  switch (counter) {
    case '月':
      return `${MONTHS[count] || readNumber(count)}がつ`;
    case '日':
      return DAYS[count] ?? `${readNumber(count)}にち`;
    case '時':
      return `${HOURS[count] ?? readNumber(count)}じ`;
    case '分':
      return readMinutes(count);
    case '人':
      return PEOPLE[count] ?? `${readNumber(count)}にん`;
    case '歳':
      return AGES[count] ?? `${readNumber(count)}さい`;
  }
}

const SUFFIXES: Readonly<Record<Counter, RegExp>> = {
  月: /^がつ$/,
  日: /^にち$/,
  時: /^じ$/,
  分: /^[ふぷ]ん$/,
  人: /^にん$/,
  歳: /^さい$/,
};

/** The end of a reading that stands above the counter alone, the number before it read by itself; null when the two are read as one. */
export function readCounterAlone(count: number, counter: Counter): string | null {
  const whole = readCounted(count % 100, counter);
  const end = /(?:がつ|にち|じ|[ふぷ]ん|にん|さい)$/.exec(whole)?.[0] ?? '';
  if (counter === '分') return end;
  return whole === readNumber(count % 100) + end ? end : null;
}

// What `date` of a message writes: 2026年11月27日.
const BARE_DATE = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日(?!《)/gu;
const FILLED = /(?<![\d.,])(\d+)([月日時分人歳])(間?)《([^》]*?)(?:かん)?》/gu;

/**
 * Puts the readings of what is counted right, once the numbers of a message are filled in: 3日《にち》 gives
 * ｜3日《みっか》, 25分《ぷん》 gives 25分《ふん》, a date filled in without any gets them.
 * @param text in furigana notation; refuses nothing
 */
export function readFilledIn(text: string): string {
  const dated = text.replace(BARE_DATE, (_, year: string, month: string, day: string) =>
    writeDate(year, month, day),
  );
  return dated.replace(
    FILLED,
    (found, ...[digits, counter, span, reading]: [string, Counter, string, string]) => {
      if (!SUFFIXES[counter].test(reading)) return found;
      const count = Number(digits);
      const more = span && 'かん';
      const alone = readCounterAlone(count, counter);
      if (alone) return `${digits}${counter}${span}《${alone}${more}》`;
      return count > 99 ? found : `｜${digits}${counter}${span}《${readCounted(count, counter)}${more}》`;
    },
  );
}

function writeDate(year: string, month: string, day: string): string {
  const first = Number(day) === 1 ? 'ついたち' : readCounted(Number(day), '日');
  return `${year}年《ねん》 ｜${month}月《${readCounted(Number(month), '月')}》 ｜${day}日《${first}》`;
}
