/** How many other writings of one name are taken. */
export const MOST_WRITINGS = 12;
export const MOST_NAME_LETTERS = 120;

/** Each line a writing, each once, the usual one first. */
export function writingsOf(name: string, others: string): readonly string[] {
  const lines = [name, ...others.split(/\r?\n/u)].map((line) => line.normalize('NFC').trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
