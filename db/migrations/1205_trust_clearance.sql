-- Whether somebody has been checked before they come near children is known to few: to record it is a permission of its own,
-- which an administrator gives to coordinators one by one.
create table trust.clearance_keepers (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  check ((ended_at is null) = (ended_by is null)),
  -- Nobody gives it to themselves.
  constraint clearance_keepers_are_named_by_others check (named_by <> person_id)
);
create unique index clearance_keepers_once on trust.clearance_keepers (person_id) where ended_at is null;
create index clearance_keepers_of_person on trust.clearance_keepers (person_id);

-- Who has been checked, for the list of those who keep it.
create index completions_of_checks on trust.completions (person_id, done_on desc) where step = 'child_safety_check';

grant select, insert, update, delete on trust.clearance_keepers to otonari_app;
