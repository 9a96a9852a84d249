/** How many letters two texts are apart (Levenshtein); more than `most` is told as `most + 1`. */
export function distance(one: string, other: string, most: number): number {
  const [from, to] = [[...one], [...other]];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  if (to.length === 0) return from.length;
  let row = to.map((_, at) => at + 1);
  for (const [at, letter] of from.entries()) {
    const next: number[] = [];
    for (const [column, wanted] of to.entries()) {
      const [above, left] = [row[column] ?? 0, next[column - 1] ?? at + 1];
      const diagonal = column === 0 ? at : (row[column - 1] ?? 0);
      next.push(letter === wanted ? diagonal : 1 + Math.min(above, left, diagonal));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return Math.min(row.at(-1) ?? 0, most + 1);
}
