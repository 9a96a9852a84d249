import type pg from 'pg';
import { another } from './copy-rows.ts';

/** What is copied: the first row of a query. @throws when the world has none */
export async function findOne<Row extends { readonly id: string }>(
  client: pg.Client,
  query: string,
): Promise<Row> {
  const { rows } = await client.query<Row>(query);
  if (!rows[0]) throw new Error(`the world has nothing to copy: ${query}`);
  return rows[0];
}

/** What the books take once, of whichever name it comes: copies have names of their own. */
export const bookedOnce = (era: string) => ({
  'giving.transactions.source': another('source', era),
  provider_charge: another('provider_charge', era),
  subscription: another('subscription', era),
});
