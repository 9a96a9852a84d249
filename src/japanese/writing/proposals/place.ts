import type { PreparedText } from '../../easy/prepared-text.ts';
import type { Token } from '../tagger/token.ts';

/** What a proposal would do: puts words in the place of others, in units of `compact`, the text without readings and spaces. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  /** With spaces between phrases; readings only where a dictionary could not know them. */
  readonly put: string;
}

/** A text with its words, as the proposals read it. */
export interface Reading {
  readonly text: PreparedText;
  /** Without those of spaces, and in units of `compact`. */
  readonly tokens: readonly Token[];
  readonly today: Temporal.PlainDate;
}

/** @param tokens of `text.plain` */
export function readingOf(text: PreparedText, tokens: readonly Token[], today: Temporal.PlainDate): Reading {
  const compactOf = new Map(text.keptOfPlain.map((plain, compact) => [plain, compact]));
  const end = text.compact.length;
  const placed = tokens.flatMap((token): Token[] => {
    if (token.surface.trim() === '') return [];
    const from = compactOf.get(token.from);
    if (from === undefined) return [];
    return [
      {
        ...token,
        from,
        to: Math.min(end, from + [...token.surface.replaceAll(/[ \t\u3000]/g, '')].join('').length),
      },
    ];
  });
  return { text, tokens: placed, today };
}

/** The first word that begins at a place or behind it; -1 where none does. */
export const tokenFrom = ({ tokens }: Reading, at: number): number =>
  tokens.findIndex((token) => token.from >= at);
