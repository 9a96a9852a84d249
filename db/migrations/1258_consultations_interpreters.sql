-- Who interprets for nothing. They have no account: who they are lies sealed, and what whom to choose is found by is in the open.
create table consultations.interpreters (
  id uuid primary key default gen_random_uuid(),
  -- Name, address, as whom they are known (a resident may wish for a woman), and when they have time.
  person platform.sealed_text not null,
  -- Between Japanese and each of these. Easy Japanese is one of them.
  languages text[] not null check (cardinality(languages) > 0),
  skill text not null check (skill in ('certified', 'trained', 'experienced')),
  -- When they promised to tell nobody. Nobody interprets before.
  pledged_on date,
  added_by uuid not null,
  added_at timestamptz not null,
  left_at timestamptz
);
alter table consultations.interpreters alter column person set statistics 0;
create index interpreters_who_interpret on consultations.interpreters (added_at, id) where left_at is null;

-- Who interprets when whoever has asked and their coordinator speak.
create table consultations.interpretings (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  interpreter_id uuid references consultations.interpreters on delete set null,
  language text not null check (char_length(language) between 2 and 20),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- What was asked before they were chosen, and answered. Relatives and children never get here.
  tie text not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  ended_at timestamptz,
  constraint interpretings_end_later check (ends_at > starts_at),
  constraint interpretings_by_no_relative_or_child check (tie in ('none', 'acquainted')),
  constraint interpretings_never_overlap exclude using gist
    (interpreter_id with =, tstzrange(starts_at, ends_at) with &&) where (ended_at is null)
);
create unique index interpretings_one_a_matter on consultations.interpretings (matter_id) where ended_at is null;
create index interpretings_of_matter on consultations.interpretings (matter_id, chosen_at);

grant select, insert, update, delete on consultations.interpreters, consultations.interpretings to otonari_app;
