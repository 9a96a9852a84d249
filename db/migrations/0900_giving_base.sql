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
