import { type Counter, readCounted, readCounterAlone } from '../../counters.ts';
import type { Piece } from './piece.ts';

/** What is counted and read the same after every number. */
const ALIKE: Readonly<Record<string, string>> = {
  年: 'ねん',
  年間: 'ねんかん',
  年生: 'ねんせい',
  年度: 'ねんど',
  年目: 'ねんめ',
  年前: 'ねんまえ',
  週間: 'しゅうかん',
  週間前: 'しゅうかんまえ',
  円: 'えん',
  円以上: 'えんいじょう',
  円以下: 'えんいか',
  回: 'かい',
  回目: 'かいめ',
  枚: 'まい',
  台: 'だい',
  冊: 'さつ',
  個: 'こ',
  度: 'ど',
  行: 'ぎょう',
  番: 'ばん',
  番目: 'ばんめ',
  番地: 'ばんち',
  番線: 'ばんせん',
  番窓口: 'ばんまどぐち',
  号: 'ごう',
  号室: 'ごうしつ',
  号車: 'ごうしゃ',
  秒: 'びょう',
  点: 'てん',
  件: 'けん',
  名: 'めい',
  名様: 'めいさま',
  丁目: 'ちょうめ',
  割: 'わり',
  倍: 'ばい',
  組: 'くみ',
  袋: 'ふくろ',
  部: 'ぶ',
};

/** By the last digit; 0 stands for ten. */
const BY_DIGIT: Readonly<Record<string, readonly [usual: string, others: Readonly<Record<number, string>>]>> =
  {
    階: ['かい', { 3: 'がい' }],
    階建: ['かいだ', { 3: 'がいだ' }],
    軒: ['けん', { 3: 'げん' }],
    本: ['ほん', { 1: 'ぽん', 3: 'ぼん', 6: 'ぽん', 8: 'ぽん', 0: 'ぽん' }],
    杯: ['はい', { 1: 'ぱい', 3: 'ばい', 6: 'ぱい', 8: 'ぱい', 0: 'ぱい' }],
    匹: ['ひき', { 1: 'ぴき', 3: 'びき', 6: 'ぴき', 8: 'ぴき', 0: 'ぴき' }],
  };

const SPANNED: Readonly<Record<string, string>> = {
  間: 'かん',
  目: 'め',
  前: 'まえ',
  後: 'ご',
  以内: 'いない',
  以上: 'いじょう',
  以下: 'いか',
  未満: 'みまん',
  頃: 'ごろ',
  分: 'ぶん',
  半: 'はん',
  末: 'まつ',
  上旬: 'じょうじゅん',
  中旬: 'ちゅうじゅん',
  下旬: 'げじゅん',
  中: 'ちゅう',
  用: 'よう',
};
const ENDS = Object.keys(SPANNED).join('|');
const FIXED = [...Object.keys(ALIKE), ...Object.keys(BY_DIGIT)].sort((a, b) => b.length - a.length).join('|');
const COUNTED = new RegExp(
  `(?<!\\d)(\\d+)(?:(か)(月)(間|前|後|以内|以上|目)?|(${FIXED})(${ENDS})?|([月日時分人歳])(${ENDS})?)(?![\\p{Script=Han}々])`,
  'gu',
);

const DAY_LETTERS: Readonly<Record<string, string>> = {
  日: 'にち',
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
  祝: 'しゅく',
};
const DAY_LETTER =
  /(?<=[（(・]|\d日 ?)[日月火水木金土祝](?=[）)・]|\s|$)|(?<=\d\/\d{1,2} )[日月火水木金土](?!\p{Script=Han})|(?<!\p{Script=Han})[日月火水木金土](?=・[日月火水木金土祝])/gu;

/** Readings of weekdays that are one letter behind a date: 11月22日(日), 12/4 金. */
export function readDayLettersIn(plain: string): Piece[] {
  return [...plain.matchAll(DAY_LETTER)].map(({ 0: letter, index }) => ({
    from: index,
    to: index + 1,
    reading: DAY_LETTERS[letter] ?? '',
    trust: 'sure',
  }));
}

/** Readings of what is counted: 3日 is みっか as one, 25日 has にち above 日 alone. */
export function readCountedIn(plain: string): Piece[] {
  return [...plain.matchAll(COUNTED)].map((match): Piece => {
    const [whole, digits = '', ka, , spanOfMonths = '', fixed, spanOfFixed = '', counter, span = ''] = match;
    const start = match.index + digits.length;
    const to = match.index + whole.length;
    const end = SPANNED[spanOfFixed || span] ?? '';
    if (ka) {
      const from = start + ka.length;
      return { from, to, reading: `げつ${SPANNED[spanOfMonths] ?? ''}`, trust: 'sure' };
    }
    if (fixed) return { from: start, to, reading: `${readFixed(fixed, digits)}${end}`, trust: 'sure' };
    return readOne(
      { from: match.index, start, to },
      { digits, counter: counter as Counter, span, end },
      plain,
    );
  });
}

function readFixed(counter: string, digits: string): string {
  const [usual, others] = BY_DIGIT[counter] ?? [ALIKE[counter] ?? '', {}];
  return others[Number(digits.at(-1))] ?? usual;
}

type Place = { readonly from: number; readonly start: number; readonly to: number };
type Count = {
  readonly digits: string;
  readonly counter: Counter;
  readonly span: string;
  readonly end: string;
};

function readOne({ from, start, to }: Place, { digits, counter, span, end }: Count, plain: string): Piece {
  const count = Number(digits);
  const isOfMonth = counter === '日' && span === '' && /月\s*$/u.test(plain.slice(0, from));
  if (count === 1 && counter === '日' && span === '')
    return { from, to, reading: isOfMonth ? 'ついたち' : 'いちにち', trust: isOfMonth ? 'sure' : 'look' };
  const alone = readCounterAlone(count, counter);
  if (alone) return { from: start, to, reading: alone + end, trust: 'sure' };
  if (count > 99) return { from: start, to, reading: `${ALONE[counter]}${end}`, trust: 'look' };
  return { from, to, reading: readCounted(count, counter) + end, trust: 'sure' };
}

const ALONE: Readonly<Record<Counter, string>> = {
  月: 'がつ',
  日: 'にち',
  時: 'じ',
  分: 'ふん',
  人: 'にん',
  歳: 'さい',
};
