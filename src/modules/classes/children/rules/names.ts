/**
 * A name as two spellings of it are the same: without width, case, marks, spaces and the dots of Japanese writing of foreign
 * names, katakana read as hiragana, the parts in the order of the alphabet (passports put the family name first).
 */
export function foldName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const hiragana = plain.replaceAll(/[ァ-ヶ]/g, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60),
  );
  return hiragana
    .split(/[\s・･=＝,、.-]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');
}
