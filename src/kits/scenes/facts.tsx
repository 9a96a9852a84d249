import type { VNode } from 'preact';
import { type Formats, formatsIn } from '../../platform/languages/formats.tsx';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Messages, Params, Words } from '../../platform/languages/messages.tsx';
import { useLocale } from '../../platform/languages/reading.tsx';
import { SummaryList } from '../../ui/index.ts';

/** In which language a fact is said. */
export interface Saying {
  readonly locale: Locale;
  readonly formats: Formats;
}

/** One fact of a thing. */
interface Fact<Scene, Labels> {
  /** What each reader calls it, by a key of their catalog. Whoever is not named is not told. */
  readonly label: Partial<Labels>;
  /** For a label with places to fill in. */
  params?(scene: Scene): Params;
  /** What is said; null where there is nothing to say. */
  value(scene: Scene, saying: Saying & { readonly reader: keyof Labels }): Words;
  /** Where the form asks for it. */
  readonly field?: string;
  /** In somebody's own words or pictures: the same in every language. */
  readonly isOwn?: true;
}

/** All facts of a thing in the order in which they are told, with who is told which: one list for all its pages. */
export interface Facts<Scene, Labels extends Readonly<Record<string, string>>> {
  /** The catalog of each reader. */
  readonly words: { readonly [Reader in keyof Labels]: Pick<Messages<Labels[Reader]>, 'in'> };
  readonly facts: readonly Fact<Scene, Labels>[];
}

interface ToldFact extends Pick<Fact<never, never>, 'field' | 'isOwn'> {
  readonly label: Words;
  /** For attributes. */
  readonly plainLabel: string;
  readonly value: Words;
}

/** What one reader is told of a thing, in one language; facts with nothing to say are left out. */
export function factsFor<Scene, Labels extends Readonly<Record<string, string>>, Reader extends keyof Labels>(
  { words, facts }: Facts<Scene, Labels>,
  reader: Reader,
  { of, locale }: { readonly of: Scene; readonly locale: Locale },
): ToldFact[] {
  const t = words[reader].in(locale);
  const formats = formatsIn(locale);
  return facts.flatMap(({ label, params, value, field, isOwn }) => {
    const key = label[reader];
    if (key === undefined) return [];
    const said = value(of, { locale, formats, reader });
    if (said === null || said === undefined || said === false || said === '') return [];
    const filled = params?.(of);
    const told = { label: t(key, filled), plainLabel: t.plain(key, filled), value: said };
    return [{ ...told, ...(field !== undefined && { field }), ...(isOwn && { isOwn }) }];
  });
}

/** The facts of a thing as one reader reads them. */
export function FactList<Scene, Labels extends Readonly<Record<string, string>>>(props: {
  readonly facts: Facts<Scene, Labels>;
  readonly reader: keyof Labels;
  readonly of: Scene;
}): VNode {
  const locale = useLocale();
  const rows = factsFor(props.facts, props.reader, { of: props.of, locale });
  return <SummaryList rows={rows.map(({ label, value }) => ({ label, value }))} />;
}

/** Several lines of one fact. */
export function lines(words: readonly Words[]): Words {
  return words.map((word) => <div>{word}</div>);
}
