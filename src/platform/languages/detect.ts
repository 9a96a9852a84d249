/** Scripts that one of the languages of our people has to itself. Devanagari, Arabic and Cyrillic are shared. */
const OWN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/[іїєґІЇЄҐ]/u, 'uk'],
  [/[өүӨҮ]/u, 'mn'],
  [/[ыэъЫЭЪ]/u, 'ru'],
  // Letters of Vietnamese alone, and Latin letters with two marks.
  [/[ăơưđĂƠƯĐ\u1ea0-\u1ef9]/u, 'vi'],
  // Simplified as no Japanese or traditional text writes them.
  [/[们这为说请问谢帮书电语带过还让给对时间从岁吗么]/u, 'zh-Hans'],
];
/** Mongolian writes ы and э too; Chinese never writes kana, Japanese hardly a simplified letter. */
const NOT_WHERE: Readonly<Record<string, readonly string[]>> = { ru: ['mn', 'uk'], 'zh-Hans': ['ja'] };
const ENGLISH =
  /(?<![\p{L}'’])(?:the|and|is|are|am|was|to|of|for|with|my|your|you|we|it|this|that|have|can|need|please|not|at)(?![\p{L}])/giu;
const NOT_ENGLISH = /[^\p{ASCII}\p{P}\p{S}\p{Z}]/u;

/**
 * The language in which somebody wrote, by script and by words that only English has, so that a voice reads it right.
 * @returns a tag for `lang=`; nothing where it is not sure: another voice than the page's would be a guess
 */
export function languageOf(text: string): string | undefined {
  const seen = OWN_SCRIPTS.filter(([script]) => script.test(text)).map(([, tag]) => tag);
  const sure = seen.filter((tag) => !NOT_WHERE[tag]?.some((other) => seen.includes(other)));
  if (sure.length > 0) return sure.length === 1 ? sure[0] : undefined;
  if (NOT_ENGLISH.test(text)) return undefined;
  return (text.match(ENGLISH)?.length ?? 0) >= 2 ? 'en' : undefined;
}
