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
