-- A secret address at which somebody's own calendar looks when they are expected. Renewed, the former one shows nothing any more.
create table people.calendars (
  person_id uuid primary key references people.persons on delete cascade,
  -- For its owner to read again; found by its digest.
  token platform.sealed_text not null,
  digest text not null unique,
  made_at timestamptz not null
);
alter table people.calendars alter column token set statistics 0;

grant select, insert, update, delete on people.calendars to otonari_app;
