import { parseFurigana } from '../../japanese/furigana.ts';

/** Readings in brackets behind their words, for programs that know none: 病院（びょういん）. */
export function inBrackets(text: string): string {
  return parseFurigana(text)
    .map((segment) => ('text' in segment ? segment.text : `${segment.base}（${segment.reading}）`))
    .join('');
}
