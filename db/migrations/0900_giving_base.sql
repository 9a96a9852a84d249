-- Giving: who gives, what they have announced, what has come in, and the books in which every yen stands twice. Persons
-- belong to the module people; here they are ids only.
create schema giving;

-- ── Funds and accounts ──────────────────────────────────────────────────────────────────────────────────────────────
-- What money may be spent on. What nobody has set aside for anything is general.
create table giving.funds (
  id text primary key check (id ~ '^[a-z_]{2,40}$'),
  place smallint not null unique
);
insert into giving.funds (id, place) values
  ('general', 1), ('spot', 2), ('pairs', 3), ('classes', 4), ('consultations', 5);

create type giving.account_kind as enum ('asset', 'liability', 'net_assets', 'income', 'expense');
create table giving.accounts (
  id text primary key check (id ~ '^[a-z_]{2,40}$'),
  kind giving.account_kind not null,
  place smallint not null unique
);
insert into giving.accounts (id, kind, place) values
  ('bank', 'asset', 10), ('cash', 'asset', 11), ('payment_provider', 'asset', 12), ('platforms', 'asset', 13),
  ('donated_goods', 'asset', 14),
  -- Sent by the payment provider, not seen at the bank yet.
  ('in_transit', 'asset', 15),
  ('unexplained', 'liability', 20), ('owed', 'liability', 21),
  ('carried_forward', 'net_assets', 30),
  ('donations', 'income', 40), ('membership_fees', 'income', 41), ('program_fees', 'income', 42), ('grants', 'income', 43),
  ('other_income', 'income', 44),
  ('program_costs', 'expense', 50), ('office_costs', 'expense', 51), ('payment_fees', 'expense', 52);

-- ── The ledger ──────────────────────────────────────────────────────────────────────────────────────────────────────
create type giving.transaction_kind as enum (
  'opening', 'gift', 'fee', 'payout', 'refund', 'charge_back', 'expense', 'income', 'transfer', 'correction');

create table giving.transactions (
  id uuid primary key default gen_random_uuid(),
  kind giving.transaction_kind not null,
  -- The day in Asia/Tokyo in whose fiscal year it counts.
  occurred_on date not null check (occurred_on between '2000-01-01' and '2999-12-31'),
  recorded_at timestamptz not null,
  -- What it comes of, such as `charge:ch_1`: booked once, whoever hears of it again.
  source text not null unique check (char_length(source) between 3 and 200),
  -- The one that it takes back. None is taken back twice.
  reverses uuid unique references giving.transactions,
  recorded_by uuid,
  check ((kind in ('refund', 'charge_back', 'correction')) or reverses is null)
);
create index transactions_in_order on giving.transactions (occurred_on desc, id desc);

-- What the treasurer wrote with it: words have a term, the ledger has none.
create table giving.memos (
  transaction_id uuid primary key references giving.transactions,
  words platform.sealed_text not null,
  written_at timestamptz not null
);
alter table giving.memos alter column words set statistics 0;

create table giving.entries (
  transaction_id uuid not null references giving.transactions,
  line smallint not null check (line > 0),
  account_id text not null references giving.accounts,
  fund_id text not null references giving.funds,
  -- Whole yen: debit above zero, credit below.
  amount_jpy bigint not null check (amount_jpy <> 0 and abs(amount_jpy) <= 1000000000000),
  primary key (transaction_id, line)
);
create index entries_of_account on giving.entries (account_id, fund_id, transaction_id);
create index entries_of_fund on giving.entries (fund_id);

-- Each transaction is whole when it is committed: at least two entries, which come to nothing together.
create function giving.judge_balance() returns trigger
language plpgsql
as $$
declare
  whole_id uuid := to_jsonb(new) ->> tg_argv[0];
  lines integer;
  total numeric;
begin
  select count(*), coalesce(sum(amount_jpy), 0) into lines, total from giving.entries where transaction_id = whole_id;
  if lines < 2 or total <> 0 then
    raise exception 'the entries of a transaction do not balance' using errcode = 'check_violation',
      constraint = 'transactions_balance';
  end if;
  return null;
end $$;
create constraint trigger transactions_balance after insert on giving.transactions
  deferrable initially deferred for each row execute function giving.judge_balance('id');
create constraint trigger entries_balance after insert on giving.entries
  deferrable initially deferred for each row execute function giving.judge_balance('transaction_id');

-- What is booked stays booked, for the owner of the tables too: a mistake is taken back by another transaction.
create function giving.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'the ledger is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete on giving.transactions
  for each row execute function giving.refuse_change();
create trigger refuse_change before update or delete on giving.entries
  for each row execute function giving.refuse_change();
create trigger refuse_truncation before truncate on giving.transactions
  for each statement execute function giving.refuse_change();
create trigger refuse_truncation before truncate on giving.entries
  for each statement execute function giving.refuse_change();

-- ── Who gives ───────────────────────────────────────────────────────────────────────────────────────────────────────
create type giving.donor_kind as enum ('person', 'organization');
create type giving.receipt_wish as enum ('none', 'each', 'yearly');

create table giving.donors (
  id uuid primary key default gen_random_uuid(),
  kind giving.donor_kind not null default 'person',
  -- The same human being in the programs, as far as they have signed in.
  person_id uuid,
  name text not null default '' check (char_length(name) <= 200),
  kana text check (char_length(kana) between 1 and 200),
  email text check (email = lower(email) and char_length(email) between 3 and 254),
  address platform.sealed_text,
  locale text not null default 'ja' check (locale in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  receipt_wish giving.receipt_wish not null default 'none',
  -- On paper: to the address.
  receipt_by_post boolean not null default false,
  -- Raised by every change.
  version integer not null default 1,
  created_at timestamptz not null,
  -- Whoever they turned out to be: what was theirs is this one's now.
  merged_into uuid references giving.donors check (merged_into <> id),
  forgotten_at timestamptz,
  check (name <> '' or forgotten_at is not null)
);
create index donors_of_person on giving.donors (person_id) where person_id is not null;
create index donors_by_email on giving.donors (email) where email is not null;
create index donors_in_order on giving.donors (created_at desc, id desc);
create index donors_merged on giving.donors (merged_into) where merged_into is not null;
alter table giving.donors alter column address set statistics 0;

-- ── Campaigns ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table giving.campaigns (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  begins_on date not null,
  -- Its last day, in Asia/Tokyo.
  ends_on date not null check (ends_on >= begins_on),
  goal_jpy bigint not null check (goal_jpy between 1 and 1000000000000),
  -- New monthly supporters; none: it asks for money only.
  goal_supporters integer check (goal_supporters between 1 and 1000000),
  published_at timestamptz,
  version integer not null default 1
);
create index campaigns_in_order on giving.campaigns (begins_on desc, id);

-- ── What is announced, and what has come in ─────────────────────────────────────────────────────────────────────────
create type giving.channel as enum (
  'card', 'konbini', 'paypay', 'bank', 'cash', 'give_one', 'benevity', 'matching', 'goods', 'other');
create type giving.pledge_state as enum ('open', 'received', 'cancelled', 'expired');

-- One gift that somebody has announced: money may come in whatever its state is.
create table giving.pledges (
  id uuid primary key default gen_random_uuid(),
  -- What is written before one's name at the bank: five digits and a check digit (Luhn).
  number integer not null unique check (number between 100000 and 999999),
  donor_id uuid not null references giving.donors,
  campaign_id uuid references giving.campaigns,
  fund_id text not null references giving.funds,
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  channel giving.channel not null,
  state giving.pledge_state not null default 'open',
  version integer not null default 1,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  is_anonymous boolean not null default false,
  in_memory_of platform.sealed_text,
  note platform.sealed_text,
  over_at timestamptz,
  forgotten_at timestamptz,
  check ((state = 'open') = (over_at is null))
);
create index pledges_of_donor on giving.pledges (donor_id, made_at desc);
create index pledges_open on giving.pledges (expires_at) where state = 'open';
create index pledges_of_campaign on giving.pledges (campaign_id) where campaign_id is not null;
create index pledges_of_fund on giving.pledges (fund_id);
alter table giving.pledges alter column in_memory_of set statistics 0, alter column note set statistics 0;

create type giving.gift_state as enum ('received', 'refunded', 'charged_back', 'corrected');

-- Money (or goods) that has come in.
create table giving.gifts (
  id uuid primary key default gen_random_uuid(),
  -- Nobody: a collecting box.
  donor_id uuid references giving.donors,
  pledge_id uuid references giving.pledges,
  campaign_id uuid references giving.campaigns,
  fund_id text not null references giving.funds,
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  channel giving.channel not null,
  state giving.gift_state not null default 'received',
  version integer not null default 1,
  -- In Asia/Tokyo: when the giver gave it, and when it was ours.
  given_on date not null,
  received_on date not null,
  recorded_at timestamptz not null,
  transaction_id uuid not null unique references giving.transactions,
  -- The card provider's name of the payment: it counts once, whatever tells of it.
  provider_charge text unique check (char_length(provider_charge) between 3 and 200),
  is_anonymous boolean not null default false,
  recorded_by uuid
);
create index gifts_of_donor on giving.gifts (donor_id, received_on desc);
create index gifts_in_order on giving.gifts (received_on desc, id desc);
create index gifts_of_pledge on giving.gifts (pledge_id) where pledge_id is not null;
create index gifts_of_campaign on giving.gifts (campaign_id, received_on) where campaign_id is not null;
create index gifts_of_fund on giving.gifts (fund_id);

grant usage on schema giving to otonari_app;
grant select on giving.funds, giving.accounts to otonari_app;
grant select, insert on giving.transactions, giving.entries to otonari_app;
grant select, insert, update, delete on giving.memos, giving.donors, giving.campaigns, giving.pledges, giving.gifts to otonari_app;

-- Campaigns as everybody reads them: one campaign with its figures, its words in four languages, what happened on the way,
-- and who of its givers wishes to be named.

-- ── What a campaign says ────────────────────────────────────────────────────────────────────────────────────────────
-- Whether it can be read whole in every public language: the same tiers and as many uses in each.
create function giving.campaign_is_whole(texts jsonb, tiers bigint[]) returns boolean
language sql immutable
as $$
  select coalesce(bool_and(
    coalesce(char_length(texts -> locale ->> 'title') between 1 and 120, false)
    and coalesce(char_length(texts -> locale ->> 'lead') between 1 and 400, false)
    and coalesce(char_length(texts -> locale ->> 'story') between 1 and 8000, false)
    and coalesce(jsonb_array_length(texts -> locale -> 'uses') between 1 and 20, false)
    and jsonb_array_length(texts -> locale -> 'uses') = jsonb_array_length(texts -> 'ja' -> 'uses')
    and coalesce(jsonb_array_length(texts -> locale -> 'tiers') = cardinality(tiers), false)), false)
  from unnest(array['ja', 'ja-easy', 'en', 'zh-Hans']) as locale
$$;

-- Smallest first, none twice, none below what can be given.
create function giving.are_tiers(tiers bigint[]) returns boolean
language sql immutable
as $$
  select coalesce(bool_and(amount >= 1000 and amount <= 1000000000 and amount > coalesce(before, 0)), true)
  from (select amount, lag(amount) over (order by place) as before
    from unnest(tiers) with ordinality as tier (amount, place)) as each_one
$$;

alter table giving.campaigns
  -- By language: title, lead, story, uses (a list), tiers (a sentence for each amount).
  add column texts jsonb not null default '{}',
  -- Amounts in yen, the same in all languages.
  add column tiers bigint[] not null default '{}' check (giving.are_tiers(tiers)),
  -- Languages whose words a machine made and no reader of them has checked.
  add column machine_made text[] not null default '{}' check (machine_made <@ array['ja', 'ja-easy', 'en', 'zh-Hans']),
  -- When the goal became what it is.
  add column goal_set_at timestamptz,
  add constraint campaigns_published_whole check (published_at is null or giving.campaign_is_whole(texts, tiers));

-- A goal that was public stays to be read: whoever changes it leaves the one before here, with when.
create table giving.former_goals (
  campaign_id uuid not null references giving.campaigns,
  place smallint not null check (place > 0),
  goal_jpy bigint not null,
  goal_supporters integer,
  held_until timestamptz not null,
  primary key (campaign_id, place)
);

create function giving.keep_former_goal() returns trigger
language plpgsql
as $$
begin
  if new.goal_set_at is null or new.goal_set_at < coalesce(old.goal_set_at, old.published_at) then
    raise exception 'a public goal is changed with when' using errcode = 'check_violation', constraint = 'goals_are_told';
  end if;
  insert into giving.former_goals (campaign_id, place, goal_jpy, goal_supporters, held_until)
  select old.id, count(*) + 1, old.goal_jpy, old.goal_supporters, new.goal_set_at
  from giving.former_goals where campaign_id = old.id;
  return null;
end $$;
create trigger former_goals_kept after update on giving.campaigns for each row
  when (old.published_at is not null
    and (old.goal_jpy, old.goal_supporters) is distinct from (new.goal_jpy, new.goal_supporters))
  execute function giving.keep_former_goal();

create function giving.refuse_change_of_goals() returns trigger
language plpgsql
as $$
begin
  raise exception 'a goal that was public is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete on giving.former_goals
  for each row execute function giving.refuse_change_of_goals();

-- ── What happened on the way ────────────────────────────────────────────────────────────────────────────────────────
create table giving.campaign_updates (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references giving.campaigns,
  happened_on date not null,
  -- By language, all of them.
  texts jsonb not null check (texts ?& array['ja', 'ja-easy', 'en', 'zh-Hans']),
  written_at timestamptz not null
);
create index campaign_updates_in_order on giving.campaign_updates (campaign_id, happened_on desc, id);

-- ── Who is thanked by name ──────────────────────────────────────────────────────────────────────────────────────────
create type giving.wall_state as enum ('asked', 'public', 'taken_back', 'hidden');

create table giving.wall_names (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references giving.campaigns,
  donor_id uuid not null references giving.donors,
  -- As its giver wishes to be called.
  name text not null check (char_length(name) <= 200),
  state giving.wall_state not null default 'asked',
  asked_at timestamptz not null,
  -- When the link in the mail to the giver was pressed: no name is public before.
  confirmed_at timestamptz check (confirmed_at >= asked_at),
  over_at timestamptz,
  check (state <> 'public' or confirmed_at is not null),
  check ((state in ('taken_back', 'hidden')) = (over_at is not null))
);
create unique index wall_names_public on giving.wall_names (campaign_id, donor_id) where state = 'public';
create index wall_names_in_order on giving.wall_names (campaign_id, confirmed_at desc, id);
create index wall_names_of_donor on giving.wall_names (donor_id);
create index wall_names_by_age on giving.wall_names (asked_at);

grant select, insert on giving.former_goals to otonari_app;
grant select, insert, update, delete on giving.campaign_updates, giving.wall_names to otonari_app;

-- What the payment provider tells us, kept before anything follows from it. A notice says only that something has changed;
-- what, is looked up there.
create type giving.provider_object_kind as enum ('charge', 'subscription', 'checkout', 'payout');

create table giving.provider_events (
  -- The provider's name of the notice: it is kept once, however often it comes.
  id text primary key check (char_length(id) between 1 and 200),
  type text not null check (char_length(type) between 1 and 100),
  kind giving.provider_object_kind not null,
  object_id text not null check (char_length(object_id) between 1 and 200),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  -- When what it tells of stood in our books.
  done_at timestamptz
);
create index provider_events_to_do on giving.provider_events (object_id) where done_at is null;
create index provider_events_by_type on giving.provider_events (type, happened_at desc);
create index provider_events_in_order on giving.provider_events (happened_at);

-- Looks at the provider, in the order in which they began: what an earlier one saw does not replace what a later one did.
create sequence giving.provider_looks;
create table giving.provider_objects (
  id text primary key check (char_length(id) between 1 and 200),
  look bigint not null,
  looked_at timestamptz not null
);

-- What the practice provider of a demonstration remembers; empty wherever real people give.
create table giving.practice_objects (
  id text primary key check (char_length(id) between 1 and 60),
  reference text not null check (char_length(reference) between 1 and 60),
  subscription text references giving.practice_objects on delete cascade,
  channel giving.channel not null check (channel in ('card', 'konbini', 'paypay')),
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  state text not null check (char_length(state) between 1 and 20),
  refunded_jpy bigint not null default 0 check (refunded_jpy between 0 and amount_jpy),
  attempts smallint not null default 0,
  -- Where its page leads when it is paid, and for whoever goes back.
  back_done text,
  back_left text,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index practice_objects_of_subscription on giving.practice_objects (subscription) where subscription is not null;
create index practice_objects_by_reference on giving.practice_objects (reference);

grant select, insert, update, delete on giving.provider_events, giving.provider_objects, giving.practice_objects to otonari_app;
grant usage on sequence giving.provider_looks to otonari_app;

-- What somebody has promised to give every month, until they stop. Its money is charged by the payment provider, whose
-- subscription follows what stands here.
create type giving.promise_state as enum ('announced', 'active', 'paused', 'card_failed', 'lapsed', 'cancelled');
create type giving.promise_party as enum ('donor', 'treasurer', 'provider', 'house');

create table giving.promises (
  id uuid primary key default gen_random_uuid(),
  donor_id uuid not null references giving.donors,
  campaign_id uuid references giving.campaigns,
  fund_id text not null references giving.funds,
  -- Every month.
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  state giving.promise_state not null default 'announced',
  -- Raised by every change.
  version integer not null default 1,
  is_anonymous boolean not null default false,
  -- The provider's name of the subscription: it charges for one promise, whatever tells of it.
  subscription text unique check (char_length(subscription) between 3 and 200),
  announced_at timestamptz not null,
  began_at timestamptz,
  -- The day in Asia/Tokyo on which it goes on by itself.
  paused_until date,
  over_at timestamptz,
  -- The subscription is over at the provider: none charges by it any more.
  subscription_over_at timestamptz,
  -- Since when the provider's subscription does not follow: a job tells it.
  untold_since timestamptz,
  check ((state = 'paused') = (paused_until is not null)),
  check ((state in ('lapsed', 'cancelled')) = (over_at is not null)),
  check (state in ('announced', 'cancelled') or (subscription is not null and began_at is not null)),
  check (untold_since is null or subscription is not null)
);
create index promises_of_donor on giving.promises (donor_id, announced_at desc);
create index promises_in_order on giving.promises (announced_at desc, id desc);
create index promises_by_state on giving.promises (state, announced_at desc, id desc);
create index promises_of_campaign on giving.promises (campaign_id) where campaign_id is not null;
create index promises_of_fund on giving.promises (fund_id);
create index promises_paused on giving.promises (paused_until) where state = 'paused';
create index promises_announced on giving.promises (announced_at) where state = 'announced';
create index promises_untold on giving.promises (untold_since) where untold_since is not null;

-- A promise that is over asks for no other sum, whatever arrives late.
create function giving.guard_promise() returns trigger
language plpgsql
as $$
begin
  if old.state = 'cancelled' and new.amount_jpy <> old.amount_jpy then
    raise exception 'a promise that was stopped is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_promise before update on giving.promises for each row execute function giving.guard_promise();

-- What was done to a promise, by whom, from what to what. None is changed or deleted; why it was done has a term.
create table giving.promise_steps (
  id bigint generated always as identity primary key,
  promise_id uuid not null references giving.promises,
  act text not null check (act ~ '^[a-z_]{2,40}$'),
  party giving.promise_party not null,
  by_person uuid,
  from_state giving.promise_state,
  to_state giving.promise_state not null,
  amount_before bigint,
  amount_after bigint,
  paused_until date,
  -- What is done once in all: the provider's name of a happening, or ours (`months:12`).
  once text check (char_length(once) between 3 and 240),
  reason platform.sealed_text,
  at timestamptz not null,
  check ((amount_before is null) = (amount_after is null))
);
create unique index promise_steps_once on giving.promise_steps (promise_id, once) where once is not null;
create index promise_steps_of_promise on giving.promise_steps (promise_id, id);
alter table giving.promise_steps alter column reason set statistics 0;

-- Which promise a gift keeps.
alter table giving.gifts add column promise_id uuid references giving.promises;
create index gifts_of_promise on giving.gifts (promise_id, given_on) where promise_id is not null;

insert into platform.acts (noun, act, from_state, to_state) values
  ('giving.promise', 'announce', null, 'announced'),
  ('giving.promise', 'begin', 'announced', 'active'),
  ('giving.promise', 'pause', 'active', 'paused'),
  ('giving.promise', 'resume', 'paused', 'active'),
  ('giving.promise', 'fail_card', 'active', 'card_failed'),
  ('giving.promise', 'fail_card', 'card_failed', 'card_failed'),
  ('giving.promise', 'recover', 'card_failed', 'active'),
  ('giving.promise', 'recover', 'lapsed', 'active'),
  ('giving.promise', 'lapse', 'active', 'lapsed'),
  ('giving.promise', 'lapse', 'paused', 'lapsed'),
  ('giving.promise', 'lapse', 'card_failed', 'lapsed'),
  ('giving.promise', 'cancel', 'announced', 'cancelled'),
  ('giving.promise', 'cancel', 'active', 'cancelled'),
  ('giving.promise', 'cancel', 'paused', 'cancelled'),
  ('giving.promise', 'cancel', 'card_failed', 'cancelled'),
  ('giving.promise', 'cancel', 'lapsed', 'cancelled');
create trigger guard_birth before insert on giving.promises for each row
  execute function platform.guard_life('giving.promise', 'a promise');
create trigger guard_life before update of state on giving.promises for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('giving.promise', 'a promise');

grant select, insert, update on giving.promises to otonari_app;
grant select, insert, update (reason) on giving.promise_steps to otonari_app;

-- What the bank tells of the organization's accounts, line by line, and how each line is explained. A line that moves
-- money in is in the books at once, as unexplained; what explains it is booked against that.

create table giving.bank_accounts (
  id uuid primary key default gen_random_uuid(),
  -- Bank, branch, kind and number, as JSON.
  number platform.sealed_text not null,
  -- By which what a line is known again by is hashed: of this account alone, and the same when the secret changes.
  hash_key platform.sealed_text not null,
  -- Which column of the bank's table says what; none: it has brought no table yet.
  columns jsonb,
  created_at timestamptz not null,
  forgotten_at timestamptz
);
alter table giving.bank_accounts alter column number set statistics 0, alter column hash_key set statistics 0;

create type giving.bank_source as enum ('01', '03', 'csv');
create type giving.bank_import_state as enum ('read', 'taken_in');

-- A file that somebody has brought: shown first, then taken in whole or not at all.
create table giving.bank_imports (
  id uuid primary key default gen_random_uuid(),
  source giving.bank_source not null,
  -- Whose table it is, as chosen; files of the other kinds say so themselves.
  account_id uuid references giving.bank_accounts,
  state giving.bank_import_state not null default 'read',
  -- The file, until it is taken in.
  content platform.sealed_text not null,
  read_at timestamptz not null,
  read_by uuid,
  taken_in_at timestamptz,
  taken_in_by uuid,
  new_lines integer check (new_lines >= 0),
  forgotten_at timestamptz,
  check ((state = 'taken_in') = (taken_in_at is not null and new_lines is not null)),
  check (state = 'read' or content = '')
);
create index bank_imports_in_order on giving.bank_imports (read_at desc, id desc);
create index bank_imports_of_account on giving.bank_imports (account_id) where account_id is not null;
alter table giving.bank_imports alter column content set statistics 0;

-- `back` takes an earlier line back.
create type giving.bank_line_kind as enum ('in', 'out', 'back');
-- `doubtful`: perhaps it is here already, somebody is asked; `known`: it was. `out` waits to be booked as an expense.
create type giving.bank_line_state as enum ('doubtful', 'known', 'unexplained', 'explained', 'canceled', 'out');

create table giving.bank_lines (
  id uuid primary key,
  account_id uuid not null references giving.bank_accounts,
  import_id uuid not null references giving.bank_imports,
  kind giving.bank_line_kind not null,
  state giving.bank_line_state not null,
  version integer not null default 1,
  day date not null,
  -- Whole yen, below zero where money leaves the account.
  amount_jpy bigint not null check (amount_jpy <> 0 and abs(amount_jpy) <= 1000000000000),
  balance_jpy bigint,
  -- Hashes with the account's key: of what the line is known again by, of what perhaps the same line has, of the payer's name.
  key_hash text not null unique,
  likeness_hash text not null,
  payer_hash text not null,
  payer platform.sealed_text not null,
  details platform.sealed_text not null,
  -- By which it came to the books; what goes out is booked by what explains it.
  transaction_id uuid unique references giving.transactions,
  cancels uuid unique references giving.bank_lines check (cancels <> id),
  taken_in_at timestamptz not null,
  forgotten_at timestamptz,
  check ((kind = 'in') = (amount_jpy > 0)),
  check ((transaction_id is not null) = (kind <> 'out' and state not in ('doubtful', 'known'))),
  check (kind <> 'out' or state not in ('unexplained', 'canceled')),
  check (kind = 'out' or state <> 'out'),
  check (cancels is null or (kind = 'back' and state = 'canceled')),
  check (kind <> 'back' or state <> 'explained')
);
create index bank_lines_that_wait on giving.bank_lines (day, id) where state in ('doubtful', 'unexplained', 'out');
create index bank_lines_by_likeness on giving.bank_lines (likeness_hash);
create index bank_lines_by_payer on giving.bank_lines (payer_hash, day);
create index bank_lines_of_account on giving.bank_lines (account_id, day);
create index bank_lines_of_import on giving.bank_lines (import_id);
alter table giving.bank_lines alter column payer set statistics 0, alter column details set statistics 0;

create type giving.bank_explanation_kind as enum ('gift', 'fee', 'other', 'expense', 'elsewhere');
create type giving.bank_explained_by as enum ('number', 'name', 'person');

-- What a line was, or a part of it. Undone, it stays to be seen.
create table giving.bank_explanations (
  id uuid primary key default gen_random_uuid(),
  line_id uuid not null references giving.bank_lines,
  kind giving.bank_explanation_kind not null,
  explained_by giving.bank_explained_by not null,
  -- With the sign of the line; a platform's fee has the other one.
  amount_jpy bigint not null check (amount_jpy <> 0),
  gift_id uuid unique references giving.gifts,
  account_id text references giving.accounts,
  transaction_id uuid unique references giving.transactions,
  explained_at timestamptz not null,
  by_person uuid,
  undone_at timestamptz,
  undone_by uuid,
  check ((kind = 'gift') = (gift_id is not null)),
  check ((kind in ('other', 'expense')) = (account_id is not null)),
  check ((kind = 'elsewhere') = (transaction_id is null)),
  check (undone_by is null or undone_at is not null)
);
create index bank_explanations_of_line on giving.bank_explanations (line_id);
create index bank_explanations_of_account on giving.bank_explanations (account_id) where account_id is not null;

-- What explains a line comes to its amount, to the yen; nothing explains one that waits.
create function giving.judge_explanations() returns trigger
language plpgsql
as $$
declare
  line giving.bank_lines;
  told numeric;
begin
  select * into line from giving.bank_lines where id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  select coalesce(sum(amount_jpy), 0) into told from giving.bank_explanations where line_id = line.id and undone_at is null;
  if told <> (case when line.state = 'explained' then line.amount_jpy else 0 end) then
    raise exception 'what explains a line of the bank does not come to it' using errcode = 'check_violation',
      constraint = 'bank_lines_explained';
  end if;
  return null;
end $$;
create constraint trigger bank_lines_explained after insert or update of state, amount_jpy on giving.bank_lines
  deferrable initially deferred for each row execute function giving.judge_explanations('id');
create constraint trigger bank_explanations_whole after insert or update on giving.bank_explanations
  deferrable initially deferred for each row execute function giving.judge_explanations('line_id');

grant select, insert, update, delete on giving.bank_accounts, giving.bank_imports, giving.bank_lines,
  giving.bank_explanations to otonari_app;

-- Receipts of gifts (寄附金受領証明書): numbered without a gap in each fiscal year, void but never gone.

-- Under which name a donor wants receipts, where paper cannot print theirs or another one is asked for.
alter table giving.donors add column receipt_name text check (char_length(receipt_name) between 1 and 200);

-- The last number of a fiscal year. Whoever takes the next one holds the row until they commit; who gives up gives it back.
create table giving.receipt_counters (
  fiscal_year smallint primary key check (fiscal_year between 2000 and 2998),
  last integer not null check (last > 0)
);

create type giving.receipt_kind as enum ('each', 'yearly');
create type giving.receipt_state as enum ('issued', 'reissued', 'void');

create table giving.receipts (
  id uuid primary key default gen_random_uuid(),
  -- In which it was issued: its number is of that year, whatever year it sums up.
  fiscal_year smallint not null references giving.receipt_counters,
  number integer not null check (number > 0),
  -- The number before it, which must be there: no gap can be committed.
  number_before integer generated always as (nullif(number - 1, 0)) stored,
  kind giving.receipt_kind not null,
  -- Which it sums up, from January to December.
  calendar_year smallint check (calendar_year between 2000 and 2998),
  state giving.receipt_state not null default 'issued',
  is_void boolean generated always as (state = 'void'::giving.receipt_state) stored,
  donor_id uuid not null references giving.donors,
  amount_jpy bigint not null check (amount_jpy > 0),
  -- What anybody who holds the paper types to see whether it is ours.
  code text not null unique check (code ~ '^[2-9A-HJ-NP-Z]{16}$'),
  -- Whom and what it names, as it is printed: what it says never changes.
  words platform.sealed_text,
  issued_at timestamptz not null,
  issued_by uuid,
  is_by_post boolean not null,
  posted_at timestamptz,
  reissues smallint not null default 0 check (reissues >= 0),
  reissued_at timestamptz,
  voided_at timestamptz,
  voided_by uuid,
  void_reason platform.sealed_text,
  forgotten_at timestamptz,
  check (words is not null or forgotten_at is not null),
  unique (fiscal_year, number),
  unique (id, is_void),
  constraint receipts_without_gap foreign key (fiscal_year, number_before)
    references giving.receipts (fiscal_year, number),
  check ((kind = 'yearly') = (calendar_year is not null)),
  check ((reissues > 0) = (reissued_at is not null)),
  check (state <> 'reissued' or reissues > 0),
  check (state <> 'issued' or reissues = 0),
  check ((state = 'void') = (voided_at is not null)),
  check (posted_at is null or is_by_post)
);
create unique index receipts_before on giving.receipts (fiscal_year, number_before);
create index receipts_of_donor on giving.receipts (donor_id, issued_at desc);
create index receipts_to_post on giving.receipts (fiscal_year, number)
  where is_by_post and posted_at is null and state <> 'void';
alter table giving.receipts alter column words set statistics 0, alter column void_reason set statistics 0;

-- What a receipt is for. A gift is in one that holds, at the most.
create table giving.receipt_gifts (
  gift_id uuid not null references giving.gifts,
  receipt_id uuid not null,
  -- As its receipt: the database keeps it.
  is_void boolean not null default false,
  primary key (gift_id, receipt_id),
  foreign key (receipt_id, is_void) references giving.receipts (id, is_void) on update cascade
);
create unique index gifts_received_once on giving.receipt_gifts (gift_id) where not is_void;
create index receipt_gifts_of_receipt on giving.receipt_gifts (receipt_id, is_void);

-- A receipt is for what is left of its gifts when it is issued.
create function giving.judge_receipt() returns trigger
language plpgsql
as $$
declare
  whole_id uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if (select r.amount_jpy from giving.receipts r where r.id = whole_id) is distinct from
     (select sum(g.amount_jpy - g.returned_jpy) from giving.receipt_gifts rg join giving.gifts g on g.id = rg.gift_id
       where rg.receipt_id = whole_id) then
    raise exception 'a receipt is not for what its gifts come to' using errcode = 'check_violation',
      constraint = 'receipts_for_their_gifts';
  end if;
  return null;
end $$;
create constraint trigger receipts_for_their_gifts after insert on giving.receipts
  deferrable initially deferred for each row execute function giving.judge_receipt('id');
create constraint trigger gifts_of_their_receipt after insert on giving.receipt_gifts
  deferrable initially deferred for each row execute function giving.judge_receipt('receipt_id');

-- What is issued stays: never another number, amount or code, never back to what it was, never gone.
create function giving.guard_receipt() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a receipt is never deleted' using errcode = 'insufficient_privilege';
  end if;
  if (old.fiscal_year, old.number, old.kind, old.calendar_year, old.amount_jpy, old.code, old.issued_at)
     is distinct from (new.fiscal_year, new.number, new.kind, new.calendar_year, new.amount_jpy, new.code, new.issued_at)
     or old.state > new.state then
    raise exception 'a receipt is never another one' using errcode = 'check_violation',
      constraint = 'receipts_stay';
  end if;
  return new;
end $$;
create trigger receipts_stay before update or delete on giving.receipts
  for each row execute function giving.guard_receipt();

-- One run of yearly receipts, in batches: how far it is stands here, so that it goes on where it was.
create type giving.receipt_run_state as enum ('running', 'stopped', 'done');
create table giving.receipt_runs (
  id uuid primary key default gen_random_uuid(),
  calendar_year smallint not null check (calendar_year between 2000 and 2998),
  state giving.receipt_run_state not null default 'running',
  begun_at timestamptz not null,
  begun_by uuid not null,
  over_at timestamptz,
  -- How many donors there were to begin with, and how many had their turn: with a receipt, or left for a reason.
  donors integer not null check (donors >= 0),
  issued integer not null default 0 check (issued >= 0),
  left_over integer not null default 0 check (left_over >= 0),
  -- The last donor who had their turn.
  behind uuid,
  check ((state = 'running') = (over_at is null))
);
create unique index receipt_runs_one_at_once on giving.receipt_runs (state) where state = 'running';
create index receipt_runs_in_order on giving.receipt_runs (begun_at desc);

-- Gifts by who gave them when, for those that wait for a receipt and for the figures of a year.
create index gifts_by_day_given on giving.gifts (given_on);

grant select, insert, update on giving.receipt_counters, giving.receipts, giving.receipt_runs to otonari_app;
grant select, insert on giving.receipt_gifts to otonari_app;

-- Giving: what the treasurer does by hand.

-- ── Months that are closed ──────────────────────────────────────────────────────────────────────────────────────────
-- One row. What occurred up to this day takes no more entries, and a day once closed stays closed.
create table giving.books (
  is_the_only_one boolean primary key default true check (is_the_only_one),
  closed_until date not null default '1999-12-31'
);
insert into giving.books default values;

-- Whoever closes waits for what is being booked, and what is booked later sees the new day.
create function giving.refuse_closed() returns trigger
language plpgsql
as $$
declare
  closed date;
begin
  select closed_until into closed from giving.books for share;
  if new.occurred_on <= closed then
    raise exception 'the books are closed until %', closed using errcode = 'check_violation', constraint = 'books_are_closed';
  end if;
  return new;
end $$;
create trigger refuse_closed before insert on giving.transactions
  for each row execute function giving.refuse_closed();

create function giving.refuse_opening() returns trigger
language plpgsql
as $$
begin
  if new.closed_until < old.closed_until then
    raise exception 'closed books are not opened again' using errcode = 'check_violation', constraint = 'books_stay_closed';
  end if;
  return new;
end $$;
create trigger refuse_opening before update on giving.books for each row execute function giving.refuse_opening();

-- ── What goes back ──────────────────────────────────────────────────────────────────────────────────────────────────
-- So much of it has gone back to its giver, or was never theirs: never more than it was.
alter table giving.gifts add column returned_jpy bigint not null default 0
  check (returned_jpy between 0 and amount_jpy);

-- Which transactions took it back.
create table giving.returns (
  transaction_id uuid primary key references giving.transactions,
  gift_id uuid not null references giving.gifts
);
create index returns_of_gift on giving.returns (gift_id);

grant select, update on giving.books to otonari_app;
grant select, insert on giving.returns to otonari_app;

-- ── Refunds ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- asked → approved (at once below the limit) → sent (by the card provider) or paid (by hand); asked → refused.
create type giving.refund_state as enum ('asked', 'approved', 'refused', 'sent', 'paid');

create table giving.refunds (
  id uuid primary key default gen_random_uuid(),
  gift_id uuid not null references giving.gifts,
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  state giving.refund_state not null,
  -- Above the limit of the day on which it was asked for.
  needs_second boolean not null,
  reason platform.sealed_text,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  transaction_id uuid unique references giving.transactions,
  -- Nobody decides alone: whoever approves is not whoever asked.
  constraint refunds_need_two check
    (state in ('asked', 'refused') or not needs_second or coalesce(decided_by <> asked_by, false)),
  constraint refunds_paid_are_booked check ((state = 'paid') = (transaction_id is not null))
);
create index refunds_of_gift on giving.refunds (gift_id);
create index refunds_in_order on giving.refunds (asked_at desc, id desc);
create index refunds_open on giving.refunds (asked_at) where state in ('asked', 'approved');
alter table giving.refunds alter column reason set statistics 0;

-- Never more than the gift: what is under way with what has gone back, and all refunds together.
create function giving.judge_refund() returns trigger
language plpgsql
as $$
declare
  given bigint;
  returned bigint;
  under_way bigint;
  together bigint;
begin
  select amount_jpy, returned_jpy into given, returned from giving.gifts where id = new.gift_id for update;
  select coalesce(sum(amount_jpy) filter (where state in ('asked', 'approved')), 0), coalesce(sum(amount_jpy), 0)
    into under_way, together
    from giving.refunds where gift_id = new.gift_id and state <> 'refused' and id <> new.id;
  if returned + under_way + new.amount_jpy > given or together + new.amount_jpy > given then
    raise exception 'more would be refunded than was given' using errcode = 'check_violation',
      constraint = 'refunds_within_gift';
  end if;
  return new;
end $$;
create trigger judge_refund before insert on giving.refunds for each row execute function giving.judge_refund();

-- How much goes back of which gift is decided when it is asked for.
create function giving.keep_refund() returns trigger
language plpgsql
as $$
begin
  if (new.gift_id, new.amount_jpy, new.needs_second) is distinct from (old.gift_id, old.amount_jpy, old.needs_second)
    or old.state in ('refused', 'sent', 'paid') and new.state <> old.state then
    raise exception 'a refund is not changed' using errcode = 'check_violation', constraint = 'refunds_stay';
  end if;
  return new;
end $$;
create trigger keep_refund before update on giving.refunds for each row execute function giving.keep_refund();

grant select, insert, update, delete on giving.refunds to otonari_app;

-- ── Donors ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- How a donor stood before somebody changed it: the fields that were changed, as they were.
create table giving.donor_changes (
  id uuid primary key default gen_random_uuid(),
  donor_id uuid not null references giving.donors,
  at timestamptz not null,
  by_person uuid,
  former platform.sealed_text not null
);
create index donor_changes_of_donor on giving.donor_changes (donor_id, at desc);
alter table giving.donor_changes alter column former set statistics 0;
grant select, insert, update, delete on giving.donor_changes to otonari_app;

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
