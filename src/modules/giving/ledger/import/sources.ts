import { createHash } from 'node:crypto';
import type { ImportLine } from './read.ts';

/**
 * What each line comes of, so that importing a table twice changes nothing: its number in the table where it has one, otherwise
 * all that it says and how many equal lines stand above it. Two equal gifts of a day stay two.
 */
export function sourcesOf(lines: readonly ImportLine[], kind: string): readonly string[] {
  const seen = new Map<string, number>();
  return lines.map(({ line: _, ...said }) => {
    const key = said.number === null ? digestOf(said) : `no:${digestOf({ number: said.number })}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `table:${kind}:${key}${nth > 1 ? `:${nth}` : ''}`;
  });
}

const digestOf = (said: object) =>
  createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
