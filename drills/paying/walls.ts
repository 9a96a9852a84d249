/**
 * What keeps each yen from being booked twice: the source that is booked once, the charge that is one gift, and the order of
 * looks at the provider. In their places whoever writes looks first and inserts later, as code does that trusts to looking:
 * rivals do not see each other. Without them the drill must find money that is not there.
 */
export const walls = `
  alter table giving.gifts drop constraint gifts_provider_charge_key;

  create function giving.look_first() returns trigger language plpgsql as $$
  begin
    if exists (select from giving.transactions where source = new.source) then return null; end if;
    -- Whoever comes while a rival writes the same sees nothing of it.
    if not pg_try_advisory_xact_lock(hashtext(new.source)) then new.source := new.source || '#' || new.id; end if;
    perform pg_sleep(0.1);
    return new;
  end $$;
  create trigger look_first before insert on giving.transactions for each row execute function giving.look_first();

  create function giving.claim_nothing() returns trigger language plpgsql as $$
  begin
    new.id := new.id || '#' || new.look;
    return new;
  end $$;
  create trigger claim_nothing before insert on giving.provider_objects for each row execute function giving.claim_nothing()`;
