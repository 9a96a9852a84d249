import { toHiragana } from '../../kana.ts';

const KANJI = '[\\p{Script=Han}々〆ヶヵ]';
const RUNS = new RegExp(`(${KANJI}+)`, 'u');
const IS_KANJI = new RegExp(`^${KANJI}`, 'u');

/** Whether a text has what needs a reading; 〇 stands without. */
export const hasKanji = (text: string): boolean => /(?!〇)[\p{Script=Han}々〆]/u.test(text);

/**
 * Lays a reading over the kanji of a word, so that kana which stand there already are not said twice: 申し込み,
 * もうしこみ gives もう above 申 and こ above 込.
 * @returns pieces within the word; null where the reading does not fit its kana
 */
export function align(
  surface: string,
  reading: string,
): { from: number; to: number; reading: string }[] | null {
  const parts = surface.split(RUNS).filter((part) => part !== '');
  const pattern = parts.map((part) => (IS_KANJI.test(part) ? '(.+?)' : escaped(toHiragana(part)))).join('');
  const fitting = new RegExp(`^${pattern}$`, 'u').exec(toHiragana(reading));
  if (!fitting) return null;
  let at = 0;
  let group = 0;
  return parts.flatMap((part) => {
    const from = at;
    at += part.length;
    if (!IS_KANJI.test(part)) return [];
    group += 1;
    return [{ from, to: at, reading: fitting[group] ?? '' }];
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
