/**
 * A function that remembers what it has worked out, for work whose outcome depends on nothing but its text and never
 * changes. All is forgotten when it is too much, so that what comes again all day is soon there again.
 * @param most how many outcomes are remembered
 */
export function remembering<T extends object | string | boolean | null>(
  most: number,
  work: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const outcome = work(text);
    known.set(text, outcome);
    return outcome;
  };
}
