import { toKatakana } from './kana.ts';
import { foldLetters } from './letters.ts';
import { foldReading } from './places/town-reading.ts';

const SMALL = 'ァィゥェォッャュョヮヵヶヲヰヱ';
const LARGE = 'アイウエオツヤユヨワカケオイエ';

/** What banks write for a legal form, with the parenthesis that shows at which end of the name it stood. */
const SHORT_FORM =
  '(?:カ|ユ|メ|シ|ド|ソ|イ|ザイ|シヤ|シユウ|ガク|フク|トクヒ|ノウ|ドク|株|有|名|資|同|財|社|一社|一財|特非)';
const LONG_FORM = [
  '株式会社',
  '有限会社',
  '合[同名資]会社',
  '(?:一般|公益)?[社財]団法人',
  '(?:特定非営利活動|npo|宗教|学校|医療|社会福祉)法人',
  'カブシキ[カガ]イシヤ',
  'ユウゲン[カガ]イシヤ',
  'ゴウドウ[カガ]イシヤ',
  '(?:イツパン|コウエキ)?(?:シヤ|ザイ)ダンホウジン',
  'トクテイヒエイリカツドウホウジン',
].join('|');
const LEGAL_FORMS = new RegExp(`^${SHORT_FORM}\\)|\\(${SHORT_FORM}\\)|\\(${SHORT_FORM}$|${LONG_FORM}`, 'gu');
/** What stands between the parts of a name, and long marks: banks write - for them, or nothing. */
const BETWEEN = /[\s\p{Pd}\p{Po}ー゠()~]+/gu;
/** What banks' tables write before the name of whoever made a transfer. */
const TRANSFER = /^(?:お?振込(?:入金|1)?|フリコミ|ﾌﾘｺﾐ)[\s*＊:：]*(?=[^\s*＊:：])/u;
const NUMBER_BEFORE = /^\d{3,8}(?!\d)/u;
const NUMBER_BEHIND = /(?<!\d)\d{3,8}$/u;

/**
 * A payer's name in the form in which two writings of it are equal: ﾔﾏﾀﾞ ﾊﾅｺ like やまだはなこ, キュウ like キユウ, ヲ like オ,
 * カ)タナカ, 株式会社たなか and タナカ(カ alike, ユーコ like ユ-コ, 髙 like 高. A number before it stays: `payerNumber`
 * takes that off. Never for showing. Takes any text.
 */
export function normalName(text: string): string {
  const large = toKatakana(foldLetters(text)).replace(
    /[ァィゥェォッャュョヮヵヶヲヰヱ]/gu,
    (kana) => LARGE[SMALL.indexOf(kana)] ?? kana,
  );
  return large.replace(/\s+/gu, '').replace(LEGAL_FORMS, '').replace(BETWEEN, '');
}

/**
 * How a name sounds, in Latin letters, as it stands and with its last word first: ﾀﾅｶ ｹﾝｼﾞ like Kenji Tanaka, オオタ like
 * オータ and Ohta. Two names that share one are perhaps one person's: for suggestions, never for certainty. From kana to
 * letters only, since Latin names have no sure kana. Empty for a name with kanji.
 */
export function nameSounds(text: string): readonly string[] {
  const words = text.normalize('NFKC').split(/[\s・]+/u);
  const [last = '', ...others] = words.toReversed();
  const orders = [words, [last, ...others.toReversed()]];
  const sounds = orders.map((order) => soundOf(order.join(' ')));
  return [...new Set(sounds)].filter((sound) => sound !== '');
}

function soundOf(name: string): string {
  // Banks' large kana make キユウ of キュウ: an i before a y is no sound of its own.
  return foldReading(normalName(name))
    .replace(/(?<=sh|ch|j)iy(?=[auo])/gu, '')
    .replace(/iy(?=[auo])/gu, 'y');
}

/** The number that a donor was asked to write before their name, and the name without it. */
export interface PayerNumber {
  readonly number: string;
  readonly name: string;
  /** Some write it behind the name: less sure, companies have numbers there. */
  readonly stands: 'before' | 'behind';
}

/** Three to eight digits before or behind a name, of any width, with a space or none; null where there are none. */
export function payerNumber(text: string): PayerNumber | null {
  const plain = text.normalize('NFKC').trim();
  const before = NUMBER_BEFORE.exec(plain)?.[0];
  if (before) return { number: before, name: plain.slice(before.length).trim(), stands: 'before' };
  const behind = NUMBER_BEHIND.exec(plain)?.[0];
  return behind ? { number: behind, name: plain.slice(0, -behind.length).trim(), stands: 'behind' } : null;
}

/** A payer's cell of a bank's table without the word that says it was a transfer (振込＊ﾔﾏﾀﾞ). Takes any text. */
export function withoutTransferWord(text: string): string {
  return text.replace(TRANSFER, '');
}
