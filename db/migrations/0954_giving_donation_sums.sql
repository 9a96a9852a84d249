-- What was given and what went back of it, in each month and alike in every aspect by which donations are looked at, kept with
-- what is booked: the table of a year reads some hundred rows, however many gifts it had. As `giving.sums`, one may stand in
-- several rows; those of donors whose kind was corrected take each other off.
create table giving.donation_sums (
  id bigint generated always as identity primary key,
  -- By its first day.
  month date not null check (extract(day from month) = 1),
  fund_id text not null references giving.funds,
  channel giving.channel not null,
  campaign_id uuid references giving.campaigns,
  -- Of who stands for whoever gave; null: nobody, a collecting box.
  donor_kind giving.donor_kind,
  is_monthly boolean not null,
  -- Without those that were entered wrongly.
  gifts integer not null,
  given_jpy bigint not null,
  returned_jpy bigint not null
);
create index donation_sums_of_month on giving.donation_sums (month, channel, fund_id);
create index donation_sums_of_fund on giving.donation_sums (fund_id);
create index donation_sums_of_campaign on giving.donation_sums (campaign_id) where campaign_id is not null;

-- What some transactions moved in the account of donations, with the gift that it was of: given by it, taken back of it, or come
-- again because what was taken back is taken back itself.
create function giving.donations_in(transaction_ids uuid[])
returns table (month date, fund_id text, channel giving.channel, campaign_id uuid, donor_kind giving.donor_kind, is_monthly boolean,
  gifts integer, given_jpy bigint, returned_jpy bigint)
language sql stable set search_path = giving, pg_temp
as $$
  with moved as (
    select t.id, t.occurred_on, e.fund_id, sum(e.amount_jpy) as amount_jpy,
      coalesce(g.id, back.gift_id, again.gift_id) as gift_id, g.id is not null as is_gift,
      t.kind in ('refund', 'charge_back') or coalesce(r.kind in ('refund', 'charge_back'), false) as is_return,
      case when again.gift_id is not null then 1 else -1 end as corrected
    from unnest(transaction_ids) wanted (id) join giving.transactions t on t.id = wanted.id
      join giving.entries e on e.transaction_id = t.id and e.account_id = 'donations'
      left join giving.gifts g on g.transaction_id = t.id
      left join giving.returns back on back.transaction_id = t.id
      left join giving.transactions r on r.id = t.reverses
      left join giving.returns again on again.transaction_id = r.id
    group by t.id, e.fund_id, g.id, back.gift_id, again.gift_id, r.kind
  )
  select date_trunc('month', m.occurred_on::timestamp)::date, m.fund_id, g.channel, g.campaign_id, d.kind, g.promise_id is not null,
    coalesce(sum(case when m.is_gift then 1 when not m.is_return then m.corrected end), 0)::integer,
    coalesce(-sum(m.amount_jpy) filter (where not m.is_return), 0)::bigint,
    coalesce(sum(m.amount_jpy) filter (where m.is_return), 0)::bigint
  from moved m join giving.gifts g on g.id = m.gift_id left join giving.donors gave on gave.id = g.donor_id
    left join giving.donors d on d.id = coalesce(gave.merged_into, gave.id)
  group by 1, 2, 3, 4, 5, 6
$$;

create function giving.add_to_donations(one giving.donation_sums) returns void
language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  kept bigint;
begin
  select s.id into kept from giving.donation_sums s
    where s.month = one.month and s.channel = one.channel and s.fund_id = one.fund_id and s.is_monthly = one.is_monthly
      and s.campaign_id is not distinct from one.campaign_id and s.donor_kind is not distinct from one.donor_kind
    limit 1 for update skip locked;
  if found then
    update giving.donation_sums s set gifts = s.gifts + one.gifts, given_jpy = s.given_jpy + one.given_jpy,
      returned_jpy = s.returned_jpy + one.returned_jpy where s.id = kept;
  else
    insert into giving.donation_sums
      (month, fund_id, channel, campaign_id, donor_kind, is_monthly, gifts, given_jpy, returned_jpy)
    values (one.month, one.fund_id, one.channel, one.campaign_id, one.donor_kind, one.is_monthly, one.gifts, one.given_jpy, one.returned_jpy);
  end if;
end $$;

create function giving.keep_donations(transaction_ids uuid[]) returns void
language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.add_to_donations(row(null, m.month, m.fund_id, m.channel, m.campaign_id, m.donor_kind, m.is_monthly, m.gifts,
    m.given_jpy, m.returned_jpy)::giving.donation_sums) from giving.donations_in(transaction_ids) m;
end $$;

-- A gift is written behind its entries, and what goes back of it is said to be of it behind the entries as well.
create function giving.keep_donations_given() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.hold_donors(array(select distinct donor_id from written where donor_id is not null));
  perform giving.keep_donations(array(select transaction_id from written));
  return null;
end $$;
create trigger donations after insert on giving.gifts referencing new table as written
  for each statement execute function giving.keep_donations_given();

create function giving.keep_donations_returned() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  perform giving.hold_donors(array(select distinct g.donor_id from written w join giving.gifts g on g.id = w.gift_id
    where g.donor_id is not null));
  -- What takes back a return was counted with its entries.
  perform giving.keep_donations(array(select w.transaction_id from written w join giving.transactions t on t.id = w.transaction_id
    where not exists (select from giving.returns r where r.transaction_id = t.reverses)));
  return null;
end $$;
create trigger donations after insert on giving.returns referencing new table as written
  for each statement execute function giving.keep_donations_returned();

create function giving.keep_donations_again() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  transaction_ids uuid[];
  donor_ids uuid[];
begin
  select array_agg(distinct t.id), array_agg(distinct g.donor_id) filter (where g.donor_id is not null)
    into transaction_ids, donor_ids
    from written w join giving.transactions t on t.id = w.transaction_id and w.account_id = 'donations'
      join giving.returns r on r.transaction_id = t.reverses join giving.gifts g on g.id = r.gift_id;
  if transaction_ids is not null then
    perform giving.hold_donors(coalesce(donor_ids, '{}'));
    perform giving.keep_donations(transaction_ids);
  end if;
  return null;
end $$;
create trigger donations after insert on giving.entries referencing new table as written
  for each statement execute function giving.keep_donations_again();

-- Of another kind than was thought, or merged into somebody of another: all that they gave goes over.
create function giving.move_donations() returns trigger language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  was giving.donor_kind := coalesce((select kind from giving.donors where id = old.merged_into), old.kind);
  becomes giving.donor_kind := coalesce((select kind from giving.donors where id = new.merged_into), new.kind);
  transaction_ids uuid[];
begin
  if was = becomes then return null; end if;
  with theirs as (
    select g.id, g.transaction_id from giving.gifts g where g.donor_id = new.id
      or (old.kind <> new.kind and g.donor_id in (select id from giving.donors where merged_into = new.id))
  ), back as (
    select r.transaction_id from giving.returns r join theirs on theirs.id = r.gift_id
  )
  select array_agg(id) into transaction_ids from (
    select transaction_id as id from theirs union select transaction_id from back
    union select t.id from giving.transactions t join back on back.transaction_id = t.reverses) every;
  perform giving.add_to_donations(row(null, m.month, m.fund_id, m.channel, m.campaign_id, kind, m.is_monthly, sign * m.gifts,
    sign * m.given_jpy, sign * m.returned_jpy)::giving.donation_sums)
  from giving.donations_in(coalesce(transaction_ids, '{}')) m cross join (values (was, -1), (becomes, 1)) moving (kind, sign);
  return null;
end $$;
create trigger donations after update of kind, merged_into on giving.donors
  for each row when ((old.kind, old.merged_into) is distinct from (new.kind, new.merged_into))
  execute function giving.move_donations();

-- Whoever books waits until this is committed: what stands already and what comes later are both counted, once.
insert into giving.donation_sums
  (month, fund_id, channel, campaign_id, donor_kind, is_monthly, gifts, given_jpy, returned_jpy)
select * from giving.donations_in(array(select id from giving.transactions));

grant select on giving.donation_sums to otonari_app;
revoke execute on function giving.add_to_donations(giving.donation_sums), giving.keep_donations(uuid[]) from public;
