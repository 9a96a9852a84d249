import type { DaySeat } from './types.ts';
import type { Together } from './who-with-whom.ts';

/**
 * When each of them takes place, so that nobody is at two tables at once. There always is a way, as long as nobody has more
 * than there are times: the edges of a bipartite graph can be colored with as many colors as meet in a node (Kőnig 1916).
 * Where the two ends of an edge have no free time in common, times are exchanged along the path of both.
 */
export function timesFor(together: readonly Together[], times: number): readonly DaySeat[] {
  /** What somebody has at which time: the place of the edge among `together`. */
  const taken = new Map<string, (number | undefined)[]>();
  const rowOf = (node: string) => {
    const row = taken.get(node) ?? Array.from({ length: times }, () => undefined);
    taken.set(node, row);
    return row;
  };
  const endsOf = (at: number): readonly [string, string] => {
    const { expertId, interpreterId, matterId } = together[at] as Together;
    return [
      `expert ${expertId}`,
      interpreterId === null ? `matter ${matterId}` : `interpreter ${interpreterId}`,
    ];
  };
  const freeOf = (node: string) => rowOf(node).indexOf(undefined);

  for (const [at] of together.entries()) {
    const [one, other] = endsOf(at);
    const [mine, theirs] = [freeOf(one), freeOf(other)];
    if (mine < 0 || theirs < 0) throw new Error('somebody has more than there are times');
    // From the other end along edges of my time and theirs by turns: it never comes back to my end.
    const path: number[] = [];
    for (let node = other, time = mine; ; time = time === mine ? theirs : mine) {
      const next = rowOf(node)[time];
      if (next === undefined) break;
      path.push(next);
      const [start, end] = endsOf(next);
      node = start === node ? end : start;
    }
    const before = path.map((edge, step) => ({ edge, time: step % 2 === 0 ? mine : theirs }));
    for (const { edge, time } of before) for (const node of endsOf(edge)) rowOf(node)[time] = undefined;
    for (const { edge, time } of before)
      for (const node of endsOf(edge)) rowOf(node)[time === mine ? theirs : mine] = edge;
    for (const node of endsOf(at)) rowOf(node)[mine] = at;
  }
  return together.map((seat, at) => ({ ...seat, time: rowOf(endsOf(at)[0]).indexOf(at) }));
}
