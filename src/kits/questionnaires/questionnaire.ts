import { z } from 'zod';
import type { Locale } from '../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../platform/languages/messages.tsx';
import { choice, choices, requiredText, text } from '../../platform/web/form-fields.ts';
import { defineForm, type Field, type FormOf, lines, oneOf, someOf, tick } from '../forms/index.ts';

/** Words in every language; Easy Japanese in furigana notation. */
export type InEveryLanguage = Readonly<Record<Locale, string>>;

/** A question as data. */
export interface Question {
  /** Of its answer, within its version. */
  readonly id: string;
  readonly kind: 'words' | 'one' | 'some' | 'yes';
  readonly label: InEveryLanguage;
  readonly hint?: InEveryLanguage;
  /** Of words: the most characters. */
  readonly most?: number;
  readonly isOptional?: boolean;
  /** Of one and some. */
  readonly options?: readonly { readonly value: string; readonly label: InEveryLanguage }[];
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
  readonly answer: Words;
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

/** @throws where versions do not rise from 1, or a version asks for one answer twice */
export function defineQuestionnaire(versions: readonly Version[]): Questionnaire {
  for (const [at, { version, questions }] of versions.entries()) {
    if (version !== at + 1) throw new Error(`version ${version} stands where ${at + 1} belongs`);
    if (new Set(questions.map(({ id }) => id)).size < questions.length)
      throw new Error(`version ${version} asks for an answer twice`);
  }
  const forms = versions.map(({ questions }) => defineForm([], questions.map(fieldOf)) as FormOf<Answers>);
  const form = forms.at(-1);
  if (!form) throw new Error('a questionnaire without a version');
  return {
    form,
    give: (answers) => ({ version: forms.length, answers }),
    say({ version, answers }, locale) {
      const asked = forms[version - 1];
      return (asked?.fields ?? []).map(({ name, say, type }) => {
        const value = answers[name];
        const answer = say ? say(value, locale) : [type(value)].flat().join('\n');
        return { id: name, question: asked?.label(name, locale) ?? '', answer };
      });
    },
  };
}

function sayIn(words: InEveryLanguage): (locale: Locale) => Words {
  return (locale) => (locale === 'ja-easy' ? rubyWords(words[locale]) : words[locale]);
}

function fieldOf(question: Question): Field<string, unknown> {
  const { id, kind, most = 1000, isOptional, options = [] } = question;
  const about = { label: sayIn(question.label), hint: question.hint && sayIn(question.hint) };
  if (kind === 'words') {
    const schema = isOptional ? text(most) : requiredText(most);
    return lines(id, schema, { ...about, maxLength: most });
  }
  if (kind === 'yes') return tick(id, about);
  const values = options.map(({ value }) => value) as [string, ...string[]];
  const offered = (locale: Locale) =>
    options.map(({ value, label }) => ({ value, label: sayIn(label)(locale) }));
  if (kind === 'some') {
    const least = choices(values).refine((some) => isOptional || some.length > 0, { message: 'choose_one' });
    return someOf(id, least, { ...about, choices: offered });
  }
  const one = choice(values);
  const schema = isOptional ? z.union([z.literal(''), one]).default('') : one;
  return oneOf(id, schema, { ...about, choices: offered });
}
