import pg from 'pg';

/** A statement that a page sent to the database. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = { text?: string; values?: readonly unknown[] } | string;

/** Listens to what this process asks any PostgreSQL while work goes on. */
export async function hear(work: () => Promise<unknown>): Promise<Asked[]> {
  const heard: Asked[] = [];
  const prototype = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown };
  const { query } = prototype;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [Query, unknown];
    const text = typeof first === 'string' ? first : (first.text ?? '');
    const values = typeof first === 'string' ? second : first.values;
    if (/^\s*(select|with|insert|update|delete)\b/i.test(text))
      heard.push({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return heard;
}

/** Rows that a statement reads. */
export interface Read {
  readonly rows: number;
  readonly text: string;
}

/** Does something, and what it asked once more to count what that reads. @returns each statement, the largest read first */
export async function readsOf(ownerUrl: string, work: () => Promise<unknown>): Promise<readonly Read[]> {
  const statements = await hear(work);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const reads: Read[] = [];
    for (const one of statements) reads.push({ rows: await countRowsRead(client, one), text: one.text });
    return reads.toSorted((a, b) => b.rows - a.rows);
  } finally {
    await client.end();
  }
}

/** A node of a plan, as `explain (format json)` tells it. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

/** How many rows of tables a statement reads, seen in `explain analyze`; what it writes is taken back. */
export async function countRowsRead(client: pg.Client, { text, values }: Asked): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Node }[] }>(
      `explain (analyze, timing off, format json) ${text}`,
      [...values],
    );
    return Math.round(readIn(rows[0]?.['QUERY PLAN'][0]?.Plan));
  } finally {
    await client.query('rollback');
  }
}

function readIn(node: Node | undefined): number {
  if (!node) return 0;
  const below = (node.Plans ?? []).reduce((sum, one) => sum + readIn(one), 0);
  if (!node['Relation Name'] || node['Node Type'] === 'ModifyTable') return below;
  const [filtered = 0, rechecked = 0] = [
    node['Rows Removed by Filter'],
    node['Rows Removed by Index Recheck'],
  ];
  return below + (node['Actual Rows'] + filtered + rechecked) * node['Actual Loops'];
}
