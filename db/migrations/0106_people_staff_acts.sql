-- Acts against staff, and offices given: one of the staff proposes with a reason, another agrees (0016).
create table people.staff_acts (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('grant_role', 'end_role', 'restrict', 'lift', 'remove_factors')),
  person_id uuid not null references people.persons,
  -- Which role, which restriction, or the restriction to be lifted.
  detail text not null default '',
  reason platform.sealed_text not null,
  proposed_by uuid not null references people.persons,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'carried_out', 'declined', 'withdrawn', 'expired')),
  -- Nobody: the program, for what nobody else could agree to.
  decided_by uuid references people.persons,
  decided_at timestamptz,
  check ((state = 'open') = (decided_at is null)),
  constraint staff_acts_take_two check (state not in ('carried_out', 'declined') or decided_by is distinct from proposed_by),
  constraint staff_acts_not_by_whom_they_concern check (state not in ('carried_out', 'declined') or decided_by is distinct from person_id)
);
create unique index staff_acts_open_once on people.staff_acts (person_id, kind, detail) where state = 'open';
create index staff_acts_open on people.staff_acts (proposed_at) where state = 'open';
grant select, insert, update, delete on people.staff_acts to otonari_app;
