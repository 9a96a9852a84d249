/**
 * What keeps people in no more proposals than they said: the key by which a place is held once; whatever others hold, which
 * the product looks at under its lock (hidden by row-level security); and that a pair holds places. Without them the drill
 * must find people in more proposals than they said, and presses that are gone.
 */
export const walls = `
  alter table pairs.held_places drop constraint held_places_pkey;
  drop trigger pairs_hold_places on pairs.pairs;

  alter table pairs.held_places add column written_in bigint not null default txid_current();
  alter table pairs.held_places enable row level security;
  create policy own_transaction on pairs.held_places to otonari_app using (written_in = txid_current())`;
