import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { CURRENT } from '../applications/life.ts';
import type { Application } from '../types.ts';

/** Where somebody stands with the terms of their side. */
export type TermsStanding =
  | { readonly is: 'unsigned'; readonly current: number }
  /** They signed a version before this one. */
  | { readonly is: 'changed'; readonly current: number; readonly signed: number }
  | { readonly is: 'signed'; readonly current: number };

/** @param signed the newest version that they signed; null for none */
export function termsStanding(current: number, signed: number | null): TermsStanding {
  if (signed === null) return { is: 'unsigned', current };
  return signed < current ? { is: 'changed', current, signed } : { is: 'signed', current };
}

/**
 * Whether this version can be signed: by whoever was accepted, the newest one, once. Refuses one that was replaced while
 * it was read.
 */
export function maySign(
  { state }: Pick<Application, 'state'>,
  standing: TermsStanding,
  version: number,
): Outcome<null> {
  if (state === 'submitted') return refuse('terms_come_after_acceptance');
  if (!CURRENT.some((current) => current === state)) return refuse('application_has_moved_on');
  if (version !== standing.current) return refuse('terms_have_changed_since');
  return standing.is === 'signed' ? refuse('terms_are_signed_already') : accept(null);
}

/** One paragraph of two versions beside each other; null where one of them has none. */
export interface ComparedParagraph {
  readonly old: string | null;
  readonly new: string | null;
}

export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Two versions beside each other, paragraph by paragraph: what is in both stands in one row, the longest common part. */
export function compareTexts(before: string, after: string): ComparedParagraph[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  const common = commonLengths(old, now);
  const rows: ComparedParagraph[] = [];
  let [at, to] = [0, 0];
  const longest = (fromOld: number, fromNew: number) => common[fromOld]?.[fromNew] ?? 0;
  while (at < old.length || to < now.length) {
    const row = { old: old[at] ?? null, new: now[to] ?? null };
    const isBoth = row.old !== null && row.new !== null;
    // One beside the other: the same, or rewritten, where nothing that is in both is lost by it.
    if (isBoth && (row.old === row.new || longest(at + 1, to + 1) === longest(at, to))) {
      rows.push(row);
      [at, to] = [at + 1, to + 1];
    } else if (row.new === null || (isBoth && longest(at + 1, to) > longest(at, to + 1))) {
      rows.push({ old: row.old, new: null });
      at += 1;
    } else {
      rows.push({ old: null, new: row.new });
      to += 1;
    }
  }
  return rows;
}

/** For each pair of places the length of the longest common sequence behind them. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  for (let at = old.length - 1; at >= 0; at--)
    for (let to = now.length - 1; to >= 0; to--) {
      const row = table[at] as number[];
      row[to] =
        old[at] === now[to]
          ? (table[at + 1]?.[to + 1] ?? 0) + 1
          : Math.max(table[at + 1]?.[to] ?? 0, row[to + 1] ?? 0);
    }
  return table;
}
