import { z } from 'zod';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { choice, choices, requiredText, text } from '../../platform/web/form-fields.ts';
import {
  type Catalog,
  defineForm,
  type Field,
  type FormOf,
  lines,
  oneOf,
  someOf,
  tick,
} from '../forms/index.ts';

/** A question as data. Its words are keys of a catalog. */
export interface Question {
  /** Of its answer, within its version. */
  readonly id: string;
  readonly kind: 'words' | 'one' | 'some' | 'yes';
  readonly label: string;
  readonly hint?: string;
  /** Of words: the most characters, and the lines in sight. */
  readonly most?: number;
  readonly rows?: number;
  readonly isOptional?: boolean;
  /** Key of what is said where it was not answered, unless the usual. */
  readonly missing?: string;
  /** Of one and some. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** The questions as they are asked from a version on: a version that somebody has answered is never changed. */
export interface Version {
  readonly version: number;
  readonly questions: readonly Question[];
}

export type Answers = Readonly<Record<string, unknown>>;

/** Answers with the version of the questions that they were given to. */
export interface Given {
  readonly version: number;
  readonly answers: Answers;
}

export interface SaidAnswer {
  readonly id: string;
  readonly question: Words;
  /** In the words of whoever gave it, or in those that were offered; empty where nothing was said. */
  readonly answer: Words;
  readonly isOwnWords: boolean;
}

/** Questions that are asked by one form and read in the words in which they were asked. */
export interface Questionnaire {
  /** The form of the newest version. */
  readonly form: FormOf<Answers>;
  /** What was typed in that form, to be kept. */
  give(answers: Answers): Given;
  /** Each question with its answer, in a reader's language; nothing for a version that is none. */
  say(given: Given, locale: Locale): readonly SaidAnswer[];
}

/** How words are written: `lines`, or a field that says who will read them. */
type WordsField = (
  name: string,
  schema: z.ZodType<string>,
  about: Parameters<typeof lines>[2],
) => Field<string, string>;

/**
 * @param messages the catalog with the words of all versions
 * @throws where versions do not rise from 1, a version asks for one answer twice, or the catalog has not its words
 */
export function defineQuestionnaire(
  messages: Catalog,
  versions: readonly Version[],
  words: WordsField = lines,
): Questionnaire {
  for (const [at, { version, questions }] of versions.entries()) {
    if (version !== at + 1) throw new Error(`version ${version} stands where ${at + 1} belongs`);
    if (new Set(questions.map(({ id }) => id)).size < questions.length)
      throw new Error(`version ${version} asks for an answer twice`);
    for (const { label } of questions.flatMap(({ options = [] }) => options))
      if (!messages.has(label)) throw new Error(`no catalog has ${label}, which version ${version} offers`);
  }
  const forms = versions.map(({ questions }) => ({
    questions,
    form: defineForm(
      messages,
      questions.map((question) => fieldOf(question, messages, words)),
    ),
  }));
  const newest = forms.at(-1);
  if (!newest) throw new Error('a questionnaire without a version');
  return {
    form: newest.form as FormOf<Answers>,
    give: (answers) => ({ version: forms.length, answers }),
    say({ version, answers }, locale) {
      const { form, questions = [] } = forms[version - 1] ?? {};
      return (form?.fields ?? []).map(({ name, say, type }, at) => {
        const value = answers[name];
        const answer = say ? say(value, locale) : [type(value)].flat().join('\n');
        const isOwnWords = questions[at]?.kind === 'words';
        return { id: name, question: form?.label(name, locale) ?? '', answer, isOwnWords };
      });
    },
  };
}

function fieldOf(question: Question, messages: Catalog, words: WordsField): Field<string, unknown> {
  const { id, kind, label, hint, most = 1000, rows, isOptional, missing, options = [] } = question;
  const about = { label, hint };
  if (kind === 'words') {
    const schema = isOptional ? text(most) : requiredText(most, missing);
    return words(id, schema, { ...about, maxLength: most, rows });
  }
  if (kind === 'yes') return tick(id, about);
  const values = options.map(({ value }) => value) as [string, ...string[]];
  const offered = (locale: Locale) =>
    options.map((option) => ({ value: option.value, label: messages.in(locale)(option.label as never) }));
  if (kind === 'some') {
    const message = missing ?? 'choose_one';
    const least = choices(values).refine((some) => isOptional || some.length > 0, { message });
    return someOf(id, least, { ...about, areSentences: true, choices: offered });
  }
  const one = choice(values, missing);
  const schema = isOptional ? z.union([z.literal(''), one]).default('') : one;
  return oneOf(id, schema, { ...about, choices: offered });
}
