import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded.ts';

/**
 * Takes the walls out of one throw-away database, all from outside the product: the key by which a place is held once;
 * whatever others hold, which the product looks at under its lock (hidden by row-level security); that a pair holds
 * places; and the wait for the disk at commit. The drill must find people in more proposals than they said, and presses
 * that are gone.
 */
export async function sabotage(directory: string): Promise<void> {
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  const client = new pg.Client({ connectionString: embedded.ownerUrl });
  try {
    await client.connect();
    await client.query(SABOTAGE);
  } finally {
    await client.end();
    await embedded.stop();
  }
}

const SABOTAGE = `
  alter table pairs.held_places drop constraint held_places_pkey;
  drop trigger pairs_hold_places on pairs.pairs;

  alter table pairs.held_places add column written_in bigint not null default txid_current();
  alter table pairs.held_places enable row level security;
  create policy own_transaction on pairs.held_places to otonari_app using (written_in = txid_current());

  alter database otonari set synchronous_commit = off;`;
