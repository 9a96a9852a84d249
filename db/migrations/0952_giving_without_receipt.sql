-- Gifts that have no receipt, by what their donors wish for: kept by whatever decides it, so that no list, count or run looks
-- through all that have one.
create table giving.gifts_without_receipt (
  gift_id uuid primary key references giving.gifts on delete cascade,
  -- Who stands for whoever gave it.
  donor_id uuid not null references giving.donors,
  wish giving.receipt_wish not null,
  given_on date not null,
  received_on date not null
);
create index gifts_without_receipt_in_order on giving.gifts_without_receipt (wish, received_on desc, gift_id desc);
create index gifts_without_receipt_by_donor on giving.gifts_without_receipt (wish, donor_id, received_on);
create index gifts_without_receipt_of_donor on giving.gifts_without_receipt (donor_id);

-- Channels whose gifts we give receipts for: platforms write their own, and goods are no money.
create function giving.has_our_receipt(channel giving.channel) returns boolean language sql immutable
as $$ select channel not in ('give_one', 'benevity', 'goods') $$;

-- Holds donors and those who stand for them: whoever changes or merges them goes before or after, never at the same time.
create function giving.hold_donors(donor_ids uuid[]) returns void
language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  wanted uuid[];
  held uuid[] := '{}';
begin
  loop
    select array_agg(distinct coalesce(d.merged_into, d.id)) || donor_ids into wanted from giving.donors d where d.id = any(donor_ids);
    exit when wanted is null or wanted <@ held;
    perform from giving.donors where id = any(wanted) order by id for share;
    held := wanted;
  end loop;
end $$;

create function giving.keep_without_receipt(gift_ids uuid[]) returns void
language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.hold_donors(array(select distinct donor_id from giving.gifts where id = any(gift_ids) and donor_id is not null));
  delete from giving.gifts_without_receipt where gift_id = any(gift_ids);
  insert into giving.gifts_without_receipt (gift_id, donor_id, wish, given_on, received_on)
  select g.id, d.id, d.receipt_wish, g.given_on, g.received_on
  from giving.gifts g join giving.donors gave on gave.id = g.donor_id
    join giving.donors d on d.id = coalesce(gave.merged_into, gave.id)
  where g.id = any(gift_ids) and g.amount_jpy > g.returned_jpy and giving.has_our_receipt(g.channel) and d.forgotten_at is null
    and not exists (select from giving.receipt_gifts rg where rg.gift_id = g.id and not rg.is_void);
end $$;

-- New ones wait, one of which all has gone back does not, one whose receipt is void waits again.
create function giving.keep_new_without_receipt() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.keep_without_receipt(array(select id from written where donor_id is not null));
  return null;
end $$;
create trigger without_receipt after insert on giving.gifts referencing new table as written
  for each statement execute function giving.keep_new_without_receipt();

create function giving.keep_one_without_receipt() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.keep_without_receipt(array[(to_jsonb(new) ->> tg_argv[0])::uuid]);
  return null;
end $$;
create trigger without_receipt_again after update of amount_jpy, returned_jpy, donor_id, channel on giving.gifts
  for each row when ((old.amount_jpy, old.returned_jpy, old.donor_id, old.channel)
    is distinct from (new.amount_jpy, new.returned_jpy, new.donor_id, new.channel))
  execute function giving.keep_one_without_receipt('id');
create trigger without_receipt_again after update of is_void on giving.receipt_gifts
  for each row when (old.is_void <> new.is_void) execute function giving.keep_one_without_receipt('gift_id');

create function giving.end_without_receipt() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  delete from giving.gifts_without_receipt w using written where w.gift_id = written.gift_id and not written.is_void;
  return null;
end $$;
create trigger without_receipt_no_more after insert on giving.receipt_gifts referencing new table as written
  for each statement execute function giving.end_without_receipt();

-- What is wished for by whoever stands, whose gifts they are after a merge, and that whoever is forgotten has no name for one.
create function giving.follow_without_receipt() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  if new.forgotten_at is not null then
    delete from giving.gifts_without_receipt where donor_id = new.id;
  elsif new.merged_into is distinct from old.merged_into then
    update giving.gifts_without_receipt w set donor_id = d.id, wish = d.receipt_wish
    from giving.gifts g, giving.donors d
    where g.donor_id = new.id and w.gift_id = g.id and d.id = coalesce(new.merged_into, new.id);
  else
    update giving.gifts_without_receipt set wish = new.receipt_wish where donor_id = new.id;
  end if;
  return null;
end $$;
create trigger without_receipt after update of receipt_wish, merged_into, forgotten_at on giving.donors
  for each row when ((old.receipt_wish, old.merged_into, old.forgotten_at)
    is distinct from (new.receipt_wish, new.merged_into, new.forgotten_at))
  execute function giving.follow_without_receipt();

-- Nobody writes meanwhile: its triggers hold the tables until this is committed.
insert into giving.gifts_without_receipt (gift_id, donor_id, wish, given_on, received_on)
select g.id, d.id, d.receipt_wish, g.given_on, g.received_on
from giving.gifts g join giving.donors gave on gave.id = g.donor_id
  join giving.donors d on d.id = coalesce(gave.merged_into, gave.id)
where g.amount_jpy > g.returned_jpy and giving.has_our_receipt(g.channel) and d.forgotten_at is null
  and not exists (select from giving.receipt_gifts rg where rg.gift_id = g.id and not rg.is_void);

grant select on giving.gifts_without_receipt to otonari_app;
-- Only what happens to gifts, receipts and donors writes it.
revoke execute on function giving.hold_donors(uuid[]), giving.keep_without_receipt(uuid[]) from public;
