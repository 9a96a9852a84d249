-- Who has asked to be erased and may still take it back.
create table people.leavings (
  person_id uuid primary key references people.persons,
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at >= asked_at),
  -- The member of staff who asks for somebody who has called or written, and how they made sure who it was.
  asked_by uuid references people.persons,
  identity_check text check (identity_check in ('in_person', 'called_back', 'letter_and_paper')),
  check ((asked_by is null) = (identity_check is null))
);
create index leavings_due on people.leavings (due_at);
grant select, insert, update, delete on people.leavings to otonari_app;

-- A row without a name or an address stays, so that what others have written and counted keeps its other side.
alter table people.persons add column erased_at timestamptz;
