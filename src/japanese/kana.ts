import { foldLetters } from './letters.ts';

const HALF_WIDTH_RUN = /[\uff61-\uff9f]+/gu;
const KATAKANA = /[ァ-ヶヽヾ]/gu;
const HIRAGANA = /[ぁ-ゖゝゞ]/gu;
const KANA_OFFSET = 0x60;
const KANA_ONLY = /^(?=.*[ぁ-ゖァ-ヺ])[ぁ-ゖゝゞァ-ヺーヽヾ・･゠=＝\s]+$/u;
const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
const VOICING_MARKS = /[\u3099\u309a]/gu;
const HAS_KANA = /[ぁ-ゖァ-ヺ]/u;
const IGNORED = /[\s・=゠.'’-]+/gu;
const VOWEL_ROWS: Readonly<Record<string, string>> = {
  あ: 'あかさたなはまやらわ',
  い: 'いきしちにひみりゐ',
  う: 'うくすつぬふむゆるゔ',
  え: 'えけせてねへめれゑ',
  お: 'おこそとのほもよろを',
};

/** Half-width kana made full width (`ﾊﾞｽ` gives `バス`); everything else stays. Refuses nothing. */
export function widenKana(text: string): string {
  return text.replace(HALF_WIDTH_RUN, (run) => run.normalize('NFKC'));
}

/** Katakana, half-width too, as hiragana; everything else, ー too, stays. Refuses nothing. */
export function toHiragana(text: string): string {
  return widenKana(text).replace(KATAKANA, (c) => String.fromCharCode(c.charCodeAt(0) - KANA_OFFSET));
}

/** Hiragana and half-width kana as full-width katakana; everything else stays. Refuses nothing. */
export function toKatakana(text: string): string {
  return widenKana(text).replace(HIRAGANA, (c) => String.fromCharCode(c.charCodeAt(0) + KANA_OFFSET));
}

/**
 * Whether a text is written in kana alone, of any kind and width; ー, ・, ＝ and spaces between are fine.
 * A hint for a form ("is this the reading?"), never a reason to refuse a name.
 */
export function isKana(text: string): boolean {
  return KANA_ONLY.test(widenKana(text));
}

function lengthen(kana: string): string {
  let written = '';
  for (const character of kana) {
    const last = written.at(-1) ?? '';
    const vowel = Object.entries(VOWEL_ROWS).find(([, row]) => row.includes(last))?.[0];
    written += character === 'ー' && last !== '' && vowel ? vowel : character;
  }
  return written;
}

function kanaSortKey(kana: string): string {
  const hiragana = toHiragana(kana.normalize('NFKC')).replace(IGNORED, '');
  const unvoiced = hiragana.normalize('NFD').replace(VOICING_MARKS, '');
  const large = unvoiced.replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/gu, (c) => LARGE[SMALL.indexOf(c)] ?? c);
  return `${lengthen(large)} ${hiragana}`.toLowerCase();
}

/**
 * A key by which people are put in order, to be compared code point by code point (collation C).
 * With kana (or a name written in kana): the order of the fifty sounds after JIS X 4061 in short: voiced
 * and small kana count like the plain ones, ー like its vowel, and only ties look at the difference.
 * Without kana: Latin names without accents and case (đ as d), other scripts as they are, so that Latin comes
 * first, then kana, then kanji. Takes any strings, refuses nothing.
 */
export function sortKey(name: string, kana?: string): string {
  const reading = kana?.trim() ? kana : name;
  if (HAS_KANA.test(widenKana(reading))) return kanaSortKey(reading);
  return foldLetters(reading).replace(IGNORED, ' ').trim();
}
