import type { Page, Window } from '../../src/platform/database/paging.ts';

/** Walks a list page by page, two rows at a time, to its end. @returns all rows in the order in which they came */
export async function walk<Row>(list: (window: Window) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await list({ after, limit: 2 });
    if (page.rows.length > 2) throw new Error('a page is longer than was wanted');
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  return rows;
}
