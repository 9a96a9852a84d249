/** A sheet as a list of parts, one under the other; what does not fit goes on on the next page. */
export interface Paper {
  /** Also the name that a reader's window shows. */
  readonly title: string;
  /** BCP 47, for whoever has it read aloud: `ja-JP`. */
  readonly language: string;
  readonly parts: readonly Part[];
  /** Set large, to be read by whoever passes it on a wall. */
  readonly isPoster?: true;
  /** At the foot of every page, before its number. */
  readonly foot: string;
}

export type Part =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly small: string }
  /** Names with their values beside them. */
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  | {
      readonly table: {
        readonly head: readonly string[];
        readonly rows: readonly (readonly string[])[];
        /** Columns of numbers, from 0: they stand right, one under the other. */
        readonly numbers?: readonly number[];
      };
    }
  /** A code to scan, with what it says beside it. */
  | { readonly qr: string; readonly beside: string };

/** All that a sheet says, in order. */
export function wordsOf({ title, parts, foot }: Paper): string[] {
  return [title, ...parts.flatMap(wordsOfPart), foot];
}

function wordsOfPart(part: Part): readonly string[] {
  if ('facts' in part) return part.facts.flat();
  if ('table' in part) return [part.table.head, ...part.table.rows].flat();
  if ('qr' in part) return [part.beside];
  return Object.values(part);
}
