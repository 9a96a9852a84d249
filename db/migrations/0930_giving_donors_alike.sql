-- the former version meets: donors_letters_to_others
-- Donors who are perhaps one, those who turned out to be, and those who get their letters together.

-- ── Who is perhaps whom ─────────────────────────────────────────────────────────────────────────────────────────────
create type giving.donor_sign as enum ('name', 'email', 'address');

-- By what a donor is found to be another one once more: digests with the installation's key, kept with every change.
create table giving.donor_signs (
  donor_id uuid not null references giving.donors,
  sign giving.donor_sign not null,
  digest text not null check (char_length(digest) = 43),
  primary key (donor_id, sign, digest)
);
create index donor_signs_alike on giving.donor_signs (sign, digest, donor_id);

-- Two who share one, found by a job; that they are not the same is remembered.
create table giving.donor_pairs (
  id uuid primary key default gen_random_uuid(),
  one_id uuid not null references giving.donors,
  other_id uuid not null references giving.donors,
  signs giving.donor_sign[] not null,
  found_at timestamptz not null,
  differ_since timestamptz,
  decided_by uuid,
  unique (one_id, other_id),
  check (one_id < other_id),
  check (decided_by is null or differ_since is not null)
);
create index donor_pairs_of_other on giving.donor_pairs (other_id);
create index donor_pairs_proposed on giving.donor_pairs (found_at desc, id desc) where differ_since is null;
create index donor_pairs_differing on giving.donor_pairs (differ_since desc, id desc) where differ_since is not null;

alter table giving.donors
  -- With which key they were last compared with others; null: not since they were changed.
  add column compared_with text,
  -- Who of their household gets its letters and its statement; null: they themselves.
  add column letters_to uuid references giving.donors constraint donors_letters_to_others check (letters_to <> id),
  -- Whether they are written to of what their gifts did.
  add column wants_letters boolean not null default true;
create index donors_to_compare on giving.donors (compared_with) where merged_into is null and forgotten_at is null;
create index donors_by_letters on giving.donors (letters_to) where letters_to is not null;

-- ── Who is whom ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- That one was merged into another, with what the other one became by it: taken apart by that again.
create table giving.donor_merges (
  id uuid primary key default gen_random_uuid(),
  merged_id uuid not null references giving.donors,
  standing_id uuid not null references giving.donors,
  -- Whoever had been merged into the merged one before.
  followed uuid[] not null default '{}',
  -- Whether something had come in from the merged one: as long as the law keeps that, the standing one is kept.
  has_gifts boolean not null,
  merged_at timestamptz not null,
  merged_by uuid,
  -- Fields of the standing one as they were and as they became, and whose account is whose by it.
  taken platform.sealed_text,
  undone_at timestamptz,
  undone_by uuid,
  forgotten_at timestamptz,
  check (merged_id <> standing_id),
  check (undone_by is null or undone_at is not null)
);
create unique index donor_merges_once on giving.donor_merges (merged_id) where undone_at is null;
create index donor_merges_of_merged on giving.donor_merges (merged_id);
create index donor_merges_of_standing on giving.donor_merges (standing_id, merged_at desc);
alter table giving.donor_merges alter column taken set statistics 0;

-- Whoever was merged points at one who stands: reads go one step, and never round in circles.
create function giving.judge_merge() returns trigger
language plpgsql
as $$
begin
  perform from giving.donors where id = new.merged_into and merged_into is null and forgotten_at is null for share;
  if not found or exists (select from giving.donors where merged_into = new.id) then
    raise exception 'a donor is merged into one who stands' using errcode = 'check_violation', constraint = 'donors_merged_once';
  end if;
  return null;
end $$;
create constraint trigger donors_merged_once after update of merged_into on giving.donors
  deferrable initially deferred for each row when (new.merged_into is not null) execute function giving.judge_merge();

-- What comes for somebody who was merged is the standing one's. Whoever merges at that moment is waited for.
create function giving.stand_in() returns trigger
language plpgsql
as $$
begin
  select coalesce(merged_into, id) into new.donor_id from giving.donors where id = new.donor_id for share;
  return new;
end $$;
create trigger stand_in before insert on giving.pledges for each row execute function giving.stand_in();
create trigger stand_in before insert on giving.promises for each row execute function giving.stand_in();
create trigger stand_in before insert on giving.receipts for each row execute function giving.stand_in();
create trigger stand_in before insert on giving.wall_names for each row execute function giving.stand_in();
create trigger stand_in before insert on giving.gifts
  for each row when (new.donor_id is not null) execute function giving.stand_in();

-- Whoever is changed is compared again, whichever version of the program changed them.
create function giving.compare_again() returns trigger
language plpgsql
as $$
begin
  new.compared_with := null;
  return new;
end $$;
create trigger compare_again before update of version on giving.donors
  for each row when (new.version <> old.version) execute function giving.compare_again();

-- Nobody is found again by what they were forgotten with.
create function giving.forget_signs() returns trigger
language plpgsql
as $$
begin
  delete from giving.donor_signs where donor_id = new.id;
  delete from giving.donor_pairs where new.id in (one_id, other_id);
  return null;
end $$;
create trigger forget_signs after update of forgotten_at on giving.donors
  for each row when (new.forgotten_at is not null and old.forgotten_at is null) execute function giving.forget_signs();

grant select, insert, update, delete on giving.donor_signs, giving.donor_pairs, giving.donor_merges to otonari_app;
