import type { Finding } from './finding.ts';
import { listSentences, type PreparedText } from './prepared-text.ts';

type DatePattern = { level: Finding['level']; kind: string; pattern: RegExp };

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';

const DATE_PATTERNS: readonly DatePattern[] = [
  { level: 'refused', kind: 'full-width-digits', pattern: /[０-９]+/gu },
  {
    level: 'refused',
    kind: 'date-in-signs',
    // 11/22, 11-22, 2026-11-22; not 03-1234-5678, nor the house number in 銀座1-2.
    pattern: new RegExp(
      `(?<![\\p{Script=Han}\\p{Script=Latin}\\p{Script=Katakana}ー\\d/.-])(?:\\d{4}([-/.])${MONTH}\\1${DAY}|${MONTH}[-/]${DAY})(?![\\d/-])`,
      'gu',
    ),
  },
  {
    level: 'refused',
    kind: 'clock-of-24-hours',
    // 「14:30」 in quotation marks is what a field wants typed.
    pattern: /(?<![\d「])(?:1[3-9]|2[0-3])(?:時(?!間)|:\d{2}|：\d{2})/gu,
  },
  { level: 'refused', kind: 'clock-in-signs', pattern: /(?<!午前|午後|\d)(?:0?\d|1[0-2])[:：]\d{2}/gu },
  { level: 'refused', kind: 'wave-dash', pattern: /[〜～]/gu },
  { level: 'refused', kind: 'months', pattern: /\d(?:カ月|ヶ月|ケ月|ヵ月|箇月)/gu },
  // 2日までに is by the second of a month; within two days is 2日の うちに.
  {
    level: 'refused',
    kind: 'length-until',
    pattern:
      /(?<!月の?|時)(?<!\d)(?:\d{1,3}|\ufffc+)(?:日間?|時間|分|か月|週間)までに|(?<!月の?)(?:一|二|三|四|五|六|七|八|九|十)日までに/gu,
  },
  { level: 'advised', kind: 'no-weekday', pattern: /\d{1,2}月\d{1,2}日(?![（(]|間)/gu },
];

const ERA_YEAR = /(?:令和|平成|昭和|大正)(?:\d+|元)年/gu;
const WESTERN_YEAR = /(?:19|20)\d{2}年/u;

/**
 * Y12: dates as 2026年 11月 22日（日曜日）, half-width digits, 午前 and 午後, 〜か月, から and まで instead of
 * a wave dash, and an era year only beside the Western one.
 */
export function checkDates(text: PreparedText): Finding[] {
  const spelled = DATE_PATTERNS.flatMap(({ level, kind, pattern }) =>
    [...text.compact.matchAll(pattern)].map((match): Finding => {
      const at = text.sourceOfCompact[match.index] ?? 0;
      return { rule: 'Y12', level, at, params: { kind, found: match[0] } };
    }),
  );
  const eras = listSentences(text).flatMap(({ sentence, at }): Finding[] => {
    const found = WESTERN_YEAR.test(sentence) ? null : sentence.match(ERA_YEAR);
    return (found ?? []).map((era) => ({
      rule: 'Y12',
      level: 'refused',
      at,
      params: { kind: 'era', found: era },
    }));
  });
  return [...spelled, ...eras];
}
