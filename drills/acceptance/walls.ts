/**
 * What keeps one yes to a request: the constraints; the states that tell rivals that a request is taken; other people's
 * promises, which the product checks under its lock (hidden by row-level security). Without them the drill must find two
 * volunteers for a request, a volunteer in two places, and promises that are gone.
 */
export const walls = `
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
  create policy own_transaction on spot.assignments to otonari_app using (written_in = txid_current())`;
