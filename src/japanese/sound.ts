const AFTER_O = 'おこそとのほもよろをごぞどぼぽょ';
const AFTER_U = 'うくすつぬふむゆるぐずづぶぷゅ';

/**
 * How hiragana sound to whoever writes them in Latin letters, in which long vowels get lost: びょういん and びょいん (byoin)
 * are one. For finding only, never for showing. Takes any text.
 */
export function soundOf(kana: string): string {
  let heard = '';
  for (const one of kana) {
    const before = heard.at(-1) ?? '';
    const isLong =
      one === 'ー' ||
      (before !== '' &&
        ((one === 'う' && (AFTER_O + AFTER_U).includes(before)) ||
          (one === 'お' && AFTER_O.includes(before))));
    if (!isLong) heard += one;
  }
  return heard;
}
