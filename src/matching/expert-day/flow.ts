interface Edge {
  readonly to: number;
  room: number;
  readonly cost: number;
  readonly back: number;
}

/** A network whose paths from node 0 to node 1 carry one each; the cheapest flow while each path still costs less than nothing. */
export class Flow {
  readonly #edges: Edge[][];

  constructor(nodes: number) {
    this.#edges = Array.from({ length: nodes }, () => []);
  }

  /** @returns whether something flows here, once it was solved */
  join(
    from: number,
    to: number,
    { room, cost }: { readonly room: number; readonly cost: number },
  ): () => boolean {
    const [out, into] = [this.#edges[from], this.#edges[to]];
    if (!out || !into) throw new Error('there is no such node');
    const edge: Edge = { to, room, cost, back: into.length };
    into.push({ to: from, room: 0, cost: -cost, back: out.length });
    out.push(edge);
    return () => edge.room < room;
  }

  /** Successive shortest paths (Busacker and Gowen 1960), by Bellman and Ford: costs are negative. @returns the cost of all */
  solve(): number {
    let total = 0;
    for (;;) {
      const { cost, path } = this.#cheapest();
      if (cost >= 0) return total;
      for (const edge of path) {
        edge.room -= 1;
        const back = this.#edges[edge.to]?.[edge.back];
        if (back) back.room += 1;
      }
      total += cost;
    }
  }

  #cheapest(): { readonly cost: number; readonly path: readonly Edge[] } {
    const costs = this.#edges.map((_, node) => (node === 0 ? 0 : Number.POSITIVE_INFINITY));
    const via: (readonly [number, Edge] | undefined)[] = this.#edges.map(() => undefined);
    for (let changed = true; changed; ) {
      changed = false;
      for (const [from, edges] of this.#edges.entries())
        for (const edge of edges) {
          const cost = (costs[from] ?? Number.POSITIVE_INFINITY) + edge.cost;
          if (edge.room === 0 || cost >= (costs[edge.to] ?? 0)) continue;
          costs[edge.to] = cost;
          via[edge.to] = [from, edge];
          changed = true;
        }
    }
    const path: Edge[] = [];
    for (let node = 1; node !== 0; ) {
      const step = via[node];
      if (!step) return { cost: 0, path: [] };
      path.push(step[1]);
      [node] = step;
    }
    return { cost: costs[1] ?? 0, path };
  }
}
