import type { Params, Words } from '../languages/messages.tsx';
import type { Refusal, SayRefusal } from '../refusal.ts';

/** What a form sends beside what was written: its key, and what helps to write (`House.writingAid`). */
const NOT_WRITTEN = /^(?:idempotency_key|aid|aidFirst|aidReading\..*)$/u;

/** What a form holds while it is filled in: typed values by field, and the words of each refusal. */
export class FormState {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  /** Fields that the page has asked for. */
  readonly #shown = new Set<string>();
  readonly #beside: ReadonlyMap<string, unknown>;
  readonly refusals: readonly {
    readonly field: string | undefined;
    readonly code: string;
    readonly params: Params | undefined;
    readonly words: Words;
  }[];

  /** @param beside what was found in what was typed, by field (`House.writingAid`) */
  constructor(
    values: ReadonlyMap<string, readonly string[]>,
    refusals: readonly Refusal[],
    say: SayRefusal,
    beside: ReadonlyMap<string, unknown> = new Map(),
  ) {
    this.#values = values;
    this.#beside = beside;
    this.refusals = refusals.map((refusal) => ({
      field: refusal.field,
      code: refusal.code,
      params: refusal.params,
      words: say(refusal),
    }));
  }

  /** A form nobody has filled in yet, with values to begin with. */
  static fresh(values: Readonly<Record<string, string | readonly string[] | undefined>> = {}): FormState {
    const entries = Object.entries(values).flatMap(([name, value]): [string, readonly string[]][] =>
      value === undefined ? [] : [[name, typeof value === 'string' ? [value] : value]],
    );
    return new FormState(new Map(entries), [], () => '');
  }

  value(field: string): string {
    return this.values(field)[0] ?? '';
  }

  values(field: string): readonly string[] {
    this.#shown.add(field);
    return this.#values.get(field) ?? [];
  }

  refusalOf(field: string): Words | undefined {
    return this.refusals.find((refusal) => refusal.field === field)?.words;
  }

  /** What was found in a field's words; undefined where nobody has asked. */
  beside(field: string): unknown {
    return this.#beside.get(field);
  }

  /** What somebody wrote in fields that the page, as far as it is drawn by now, has not asked for: its form is not there any more. */
  wordsNotShown(): readonly string[] {
    const left = [...this.#values].filter(([field]) => !this.#shown.has(field) && !NOT_WRITTEN.test(field));
    return left.flatMap(([, values]) => values.filter(isProse));
  }

  /** Name, value and refusal of a field, to spread into a field component. */
  field(name: string): { name: string; value: string; refusal: Words | undefined } {
    return { name, value: this.value(name), refusal: this.refusalOf(name) };
  }
}

/** What somebody has written, and not chosen; a number or a code is no words. */
export function isProse(value: string): boolean {
  return /\p{L}/u.test(value) && /\S\s+\S|[^\x20-\x7e]/.test(value);
}
