import { readTyped } from '../../japanese/typed.ts';

/** What a text may speak of, each with the words by which it is known, by language. */
export type WordsOf<Subject extends string> = Readonly<
  Record<Subject, Readonly<Record<string, readonly string[]>>>
>;

/** A subject with one pattern for each language of its words, for a text as `plainOf` makes it. */
export interface SubjectPattern<Subject extends string> {
  readonly subject: Subject;
  readonly pattern: RegExp;
}

/**
 * Latin words must stand by themselves ("fire", not "fireworks"); Japanese and Chinese have no spaces to stand between.
 * @param words sources of regular expressions in NFKC and small letters
 */
export function patternsOf<Subject extends string>(words: WordsOf<Subject>): SubjectPattern<Subject>[] {
  return (Object.keys(words) as Subject[]).flatMap((subject) =>
    Object.values(words[subject]).map((list) => ({
      subject,
      pattern: new RegExp(list.map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word)).join('|'), 'u'),
    })),
  );
}

/** What a text speaks of, each once, whatever language it is in. */
export function subjectsOf<Subject extends string>(
  text: string,
  patterns: readonly SubjectPattern<Subject>[],
): Subject[] {
  const plain = readTyped(text).toLowerCase().replaceAll('’', "'");
  return [...new Set(patterns.filter(({ pattern }) => pattern.test(plain)).map(({ subject }) => subject))];
}
