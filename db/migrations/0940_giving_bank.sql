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
