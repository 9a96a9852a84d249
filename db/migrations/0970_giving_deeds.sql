-- Thanks for what came in, and what it did: each gift is thanked for once, each deed is paid for once.

-- ── Thanks ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- By mail; by the treasurer for whoever has no mail address; by nobody: a collecting box, or money that went back at once.
create type giving.thanks_way as enum ('mail', 'by_hand', 'nobody');
create type giving.thanks_means as enum ('post', 'telephone');

-- One row for each gift of which has been heard, whatever becomes of it: none is thanked for twice, none is missing.
create table giving.thanks (
  gift_id uuid primary key references giving.gifts,
  way giving.thanks_way not null,
  heard_at timestamptz not null,
  -- By hand: how, when and by whom.
  means giving.thanks_means,
  thanked_at timestamptz,
  thanked_by uuid,
  check ((means is null) = (thanked_at is null)),
  check (thanked_by is null or means is not null),
  check (way = 'by_hand' or means is null)
);
create index thanks_by_hand on giving.thanks (heard_at desc, gift_id desc) where way = 'by_hand';

grant select, insert, update (means, thanked_at, thanked_by) on giving.thanks to otonari_app;

-- ── Deeds ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What can be counted of a program, and which money pays for it: one kind a purpose, so that its costs can be divided.
create table giving.deed_kinds (
  id text primary key check (id ~ '^[a-z_]{2,40}$'),
  program text not null check (program ~ '^[a-z_]{2,40}$'),
  fund_id text not null unique references giving.funds
);
insert into giving.deed_kinds (id, program, fund_id) values ('visit', 'spot', 'spot'), ('pair_month', 'pairs', 'pairs');

-- At least five deeds, of as many different visits or pairs, that are told of together and never apart.
create table giving.deed_batches (
  id uuid primary key default gen_random_uuid(),
  kind text not null references giving.deed_kinds,
  from_month date not null,
  -- The last one.
  to_month date not null check (to_month >= from_month),
  deeds integer not null check (deeds >= 5),
  cost_jpy bigint not null check (cost_jpy > 0),
  closed_at timestamptz not null
);
create index deed_batches_of_kind on giving.deed_batches (kind, closed_at);

-- What a program says it has done. Of when, the month stands here and nothing nearer; of who and where, nothing.
create table giving.deeds (
  id uuid primary key default gen_random_uuid(),
  kind text not null references giving.deed_kinds,
  program text not null,
  object_id uuid not null,
  -- Which part of it, where it is done bit by bit: `whole`, or a month's number.
  part text not null check (part ~ '^[a-z0-9_]{1,20}$'),
  -- By its first day.
  done_in date not null check (extract(day from done_in) = 1),
  heard_at timestamptz not null,
  -- What it really cost, in whole yen; null until that is known. It is said once.
  cost_jpy bigint check (cost_jpy > 0),
  claimed_jpy bigint not null default 0,
  batch_id uuid references giving.deed_batches,
  -- Each deed stands once, however often it is told of.
  constraint deeds_once unique (program, object_id, part),
  -- None is sold twice: all gifts together pay its cost once.
  constraint deeds_claimed_once check (claimed_jpy between 0 and coalesce(cost_jpy, 0)),
  check (batch_id is null or cost_jpy is not null)
);
create index deeds_of_kind on giving.deeds (kind, done_in, id);
create index deeds_to_pay on giving.deeds (kind, done_in, id) where claimed_jpy < cost_jpy;
create index deeds_to_tell on giving.deeds (kind, done_in) where batch_id is null and claimed_jpy = cost_jpy;
create index deeds_of_batch on giving.deeds (batch_id) where batch_id is not null;

create function giving.guard_deed() returns trigger
language plpgsql
as $$
begin
  if new.cost_jpy is distinct from old.cost_jpy and old.cost_jpy is not null then
    raise exception 'the cost of a deed is said once' using errcode = 'check_violation', constraint = 'deeds_cost_once';
  end if;
  if new.batch_id is distinct from old.batch_id and old.batch_id is not null then
    raise exception 'a deed is told of once' using errcode = 'check_violation', constraint = 'deeds_told_once';
  end if;
  return new;
end $$;
create trigger guard_deed before update of cost_jpy, batch_id on giving.deeds
  for each row execute function giving.guard_deed();

-- A batch is what it says: so many deeds of its kind, of at least five different objects, within its months.
create function giving.judge_batch() returns trigger
language plpgsql
as $$
declare
  batch giving.deed_batches;
  found record;
begin
  select * into batch from giving.deed_batches where id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  select count(*) as deeds, count(distinct object_id) as objects, coalesce(sum(cost_jpy), 0) as cost,
      min(done_in) as from_month, max(done_in) as to_month, count(*) filter (where kind <> batch.kind) as others
    into found from giving.deeds where batch_id = batch.id;
  if found.objects < 5 or found.others > 0
    or (found.deeds, found.cost, found.from_month, found.to_month)
      is distinct from (batch.deeds::bigint, batch.cost_jpy::numeric, batch.from_month, batch.to_month) then
    raise exception 'fewer than five stand together' using errcode = 'check_violation', constraint = 'batches_hide_each';
  end if;
  return null;
end $$;
create constraint trigger batches_hide_each after insert or update on giving.deed_batches
  deferrable initially deferred for each row execute function giving.judge_batch('id');
create constraint trigger deeds_hidden after update of batch_id on giving.deeds
  deferrable initially deferred for each row when (new.batch_id is not null) execute function giving.judge_batch('batch_id');

-- What a deed of a kind cost on average in a fiscal year, counted at night.
create table giving.deed_costs (
  kind text not null references giving.deed_kinds,
  fiscal_year smallint not null check (fiscal_year between 2000 and 2998),
  -- Costs of programs by the books.
  spent_jpy bigint not null,
  deeds integer not null check (deeds > 0),
  -- Null where nothing was spent, or more came back than went out.
  cost_jpy bigint check (cost_jpy > 0),
  counted_at timestamptz not null,
  primary key (kind, fiscal_year)
);

-- ── Which gift paid for which deed ──────────────────────────────────────────────────────────────────────────────────
-- How much of a gift deeds have used: at most what is left of it.
create table giving.gift_uses (
  gift_id uuid primary key references giving.gifts,
  amount_jpy bigint not null,
  used_jpy bigint not null default 0,
  constraint gifts_used_once check (used_jpy between 0 and amount_jpy)
);

create table giving.deed_shares (
  gift_id uuid not null references giving.gifts,
  deed_id uuid not null references giving.deeds,
  amount_jpy bigint not null check (amount_jpy > 0),
  shared_at timestamptz not null,
  primary key (gift_id, deed_id)
);
create index deed_shares_of_deed on giving.deed_shares (deed_id);

-- Both sums are kept by the rows themselves: rivals wait for each other there, at every isolation level.
create function giving.count_share() returns trigger
language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  share giving.deed_shares;
  sign integer;
begin
  if tg_op = 'INSERT' then share := new; sign := 1; else share := old; sign := -1; end if;
  if tg_op = 'INSERT' then
    -- The gift before the deed, as whoever takes a gift back has them.
    perform from giving.gifts where id = share.gift_id and state = 'received' for share;
    if not found then
      raise exception 'a gift that went back pays for nothing' using errcode = 'check_violation', constraint = 'gifts_are_ours';
    end if;
    insert into giving.gift_uses (gift_id, amount_jpy) select id, amount_jpy - returned_jpy from giving.gifts where id = share.gift_id
      on conflict (gift_id) do nothing;
  end if;
  update giving.deeds set claimed_jpy = claimed_jpy + sign * share.amount_jpy where id = share.deed_id;
  update giving.gift_uses set used_jpy = used_jpy + sign * share.amount_jpy where gift_id = share.gift_id;
  return null;
end $$;
create trigger count_share after insert or delete on giving.deed_shares
  for each row execute function giving.count_share();

create function giving.refuse_other_share() returns trigger
language plpgsql
as $$
begin
  raise exception 'a share is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update on giving.deed_shares
  for each row execute function giving.refuse_other_share();

-- A gift that goes back, whole or in part, gives back what it has paid for, whoever takes it back: others pay for it then, and
-- it with what is left of it.
create function giving.give_back() returns trigger
language plpgsql security definer set search_path = giving, pg_temp
as $$
begin
  if new.state <> 'received' or new.returned_jpy > old.returned_jpy then
    delete from giving.deed_shares where gift_id = new.id;
  end if;
  update giving.gift_uses set amount_jpy = new.amount_jpy - new.returned_jpy where gift_id = new.id;
  return null;
end $$;
create trigger give_back after update of state, returned_jpy on giving.gifts
  for each row when ((old.state, old.returned_jpy) is distinct from (new.state, new.returned_jpy)) execute function giving.give_back();

-- Of which batch the giver of a gift was told, once.
create table giving.deed_letters (
  gift_id uuid not null references giving.gifts,
  batch_id uuid not null references giving.deed_batches,
  told_at timestamptz not null,
  primary key (gift_id, batch_id)
);
create index deed_letters_of_batch on giving.deed_letters (batch_id);

-- ── What programs say ───────────────────────────────────────────────────────────────────────────────────────────────
-- Of how many of its months it has been told that they are over.
alter table pairs.pairs add column months_told smallint not null default 0 check (months_told between 0 and 6);

grant select on giving.deed_kinds, giving.gift_uses to otonari_app;
grant select, insert, update (cost_jpy, batch_id) on giving.deeds to otonari_app;
grant select, insert on giving.deed_batches, giving.deed_shares, giving.deed_letters to otonari_app;
grant select, insert, update on giving.deed_costs to otonari_app;
