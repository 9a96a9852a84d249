import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded.ts';

/**
 * Takes the walls out of one throw-away database, all from outside the product: the constraints; the states that
 * tell rivals that a request is taken; other people's promises, which the product checks under its lock (hidden by
 * row-level security); and the wait for the disk at commit. The drill must find two volunteers for a request, a
 * volunteer in two places, and promises that are gone.
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
  alter table spot.assignments drop constraint assignments_never_overlap;
  drop index spot.assignments_one_active;

  create function spot.stay_open() returns trigger language plpgsql as $$
  begin
    if new.state = 'accepted' then new.state := 'open'; end if;
    return new;
  end $$;
  create trigger a_stay_open before update on spot.support_requests for each row execute function spot.stay_open();

  create function spot.stay_asked() returns trigger language plpgsql as $$
  begin
    if new.state = 'closed' then new.state := 'asked'; end if;
    return new;
  end $$;
  create trigger stay_asked before update on spot.offers for each row execute function spot.stay_asked();

  alter table spot.assignments add column written_in bigint not null default txid_current();
  alter table spot.assignments enable row level security;
  create policy own_transaction on spot.assignments to otonari_app using (written_in = txid_current());

  alter database otonari set synchronous_commit = off;`;
