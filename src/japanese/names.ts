import { toHiragana } from './kana.ts';
import { foldLetters } from './letters.ts';

/** What stands between the parts of a name, however it is written: spaces, hyphens, apostrophes, dots in the middle. */
const BETWEEN = /[\s\p{Pd}'’‘ʼ`´・･·゠＝=]+/gu;

/**
 * A name, or a search for one, in the form in which they are compared: カナ like かな, ＡＢＣ like abc, Đỗ like do, 髙﨑 like
 * 高崎, O’Brien like obrien, with nothing between and nothing that can't be seen. Never for showing. Takes any text.
 */
export function foldName(text: string): string {
  return toHiragana(foldLetters(text)).replace(BETWEEN, '');
}

/** A pattern of what names kept folded before November 2026 may hold and `foldName` leaves in none. */
export const FORMER_FOLD = "[-'’‘ʼ`´・･·゠＝=đðłøßıæœþ髙﨑嵜碕濱濵齋斉齊邊邉澤嶋嶌廣德惠眞瀨澁櫻龍冨𠮷]";
