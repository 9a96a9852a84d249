-- What of each donor's gifts stays, by the fiscal year in which they came in, kept with the gifts themselves: who counts toward
-- certification, and how much somebody has given, is no sum over all there ever was. As `giving.sums`, one may stand in several
-- rows, so that nobody who books waits for somebody else.
create table giving.donor_years (
  id bigint generated always as identity primary key,
  -- Who gave it, as it was written: who stands for them is asked when it is read.
  donor_id uuid not null references giving.donors,
  fiscal_year smallint not null,
  -- Whole yen, without what has gone back.
  kept_jpy bigint not null
);
create index donor_years_of_donor on giving.donor_years (donor_id, fiscal_year);
create index donor_years_of_year on giving.donor_years (fiscal_year, donor_id);

create function giving.add_to_donor_year(of_donor uuid, of_year integer, yen bigint) returns void
language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  kept bigint;
begin
  select id into kept from giving.donor_years where donor_id = of_donor and fiscal_year = of_year limit 1 for update skip locked;
  if found then
    update giving.donor_years set kept_jpy = kept_jpy + yen where id = kept;
  else
    insert into giving.donor_years (donor_id, fiscal_year, kept_jpy) values (of_donor, of_year, yen);
  end if;
end $$;

create function giving.fiscal_year_of(day date) returns integer language sql immutable
as $$ select extract(year from day - interval '3 months')::integer $$;

create function giving.keep_donor_years() returns trigger
language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.add_to_donor_year(donor_id, giving.fiscal_year_of(received_on), sum(amount_jpy - returned_jpy)::bigint)
    from written where donor_id is not null group by donor_id, giving.fiscal_year_of(received_on);
  return null;
end $$;
create trigger donor_years after insert on giving.gifts referencing new table as written
  for each statement execute function giving.keep_donor_years();

create function giving.change_donor_years() returns trigger
language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  if old.donor_id is not null then
    perform giving.add_to_donor_year(old.donor_id, giving.fiscal_year_of(old.received_on), old.returned_jpy - old.amount_jpy);
  end if;
  if new.donor_id is not null then
    perform giving.add_to_donor_year(new.donor_id, giving.fiscal_year_of(new.received_on), new.amount_jpy - new.returned_jpy);
  end if;
  return null;
end $$;
create trigger donor_years_changed after update of amount_jpy, returned_jpy, donor_id, received_on on giving.gifts
  for each row when ((old.amount_jpy, old.returned_jpy, old.donor_id, old.received_on)
    is distinct from (new.amount_jpy, new.returned_jpy, new.donor_id, new.received_on))
  execute function giving.change_donor_years();

insert into giving.donor_years (donor_id, fiscal_year, kept_jpy)
select donor_id, giving.fiscal_year_of(received_on), sum(amount_jpy - returned_jpy)
from giving.gifts where donor_id is not null group by 1, 2;

grant select on giving.donor_years to otonari_app;
revoke execute on function giving.add_to_donor_year(uuid, integer, bigint) from public;
