-- The turn of the year: which offices open, who will be alone, who gives time, and who calls whom. Persons belong to the module
-- people; here they are ids only. What people say of themselves is deleted when the season is over.
create schema season;

create type season.part as enum ('morning', 'afternoon', 'evening');
create type season.call_state as enum ('arranged', 'called', 'missed', 'called_off');

-- An office that opens on one of these days. Shown once somebody else than whoever collected it has checked it.
create table season.openings (
  id uuid primary key default gen_random_uuid(),
  municipality_code text not null check (municipality_code ~ '^\d{5}$'),
  -- As the office calls itself.
  place text not null check (char_length(place) between 1 and 120),
  on_day date not null,
  opens_at text not null check (opens_at ~ '^\d\d:\d\d$'),
  closes_at text not null check (closes_at ~ '^\d\d:\d\d$'),
  phone text check (char_length(phone) between 3 and 20),
  -- Where it was read.
  source text not null check (source ~ '^https?://' and char_length(source) <= 500),
  collected_by uuid not null,
  collected_at timestamptz not null,
  verified_by uuid,
  verified_on date,
  check (opens_at < closes_at),
  check ((verified_by is null) = (verified_on is null)),
  constraint openings_by_two check (verified_by is distinct from collected_by or verified_by is null),
  constraint openings_once unique (municipality_code, place, on_day)
);
create index openings_by_day on season.openings (on_day, municipality_code, id);

-- On whom somebody counts in these days: which of our lists, and those that they have named.
create table season.supports (
  id uuid primary key,
  person_id uuid not null unique,
  said platform.sealed_text not null,
  ends_on date not null,
  saved_at timestamptz not null
);
alter table season.supports alter column said set statistics 0;

-- Who has said that they will be alone, with the days and how to reach them: all of it sealed.
create table season.alone (
  id uuid primary key,
  person_id uuid not null unique,
  said platform.sealed_text not null,
  -- When they agreed that coordinators, and whoever calls them, may know.
  agreed_at timestamptz not null,
  -- The last day of the season for which they said it.
  ends_on date not null
);
alter table season.alone alter column said set statistics 0;
create index alone_in_order on season.alone (agreed_at, id);

-- A part of a day that somebody gives to others.
create table season.hours (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  on_day date not null,
  part season.part not null,
  ends_on date not null,
  given_at timestamptz not null,
  constraint hours_once unique (person_id, on_day, part)
);
create index hours_by_day on season.hours (on_day, part, id);

-- Who calls whom in such a part of a day. With either of them it is gone.
create table season.calls (
  id uuid primary key default gen_random_uuid(),
  alone_id uuid not null references season.alone on delete cascade,
  hour_id uuid not null references season.hours on delete cascade,
  state season.call_state not null default 'arranged',
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'arranged') = (ended_at is null))
);
-- Who calls one calls nobody else meanwhile.
create unique index calls_once_an_hour on season.calls (hour_id) where state in ('arranged', 'called');
create index calls_of_alone on season.calls (alone_id, arranged_at);
create index calls_of_hour on season.calls (hour_id);

insert into platform.acts (noun, act, from_state, to_state) values
  ('season.call', 'arrange', null, 'arranged'),
  ('season.call', 'call', 'arranged', 'called'),
  ('season.call', 'miss', 'arranged', 'missed'),
  ('season.call', 'call_off', 'arranged', 'called_off');
create trigger guard_birth before insert on season.calls for each row
  execute function platform.guard_life('season.call', 'a call');
create trigger guard_life before update of state on season.calls for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('season.call', 'a call');

grant usage on schema season to otonari_app;
grant select, insert, update, delete on all tables in schema season to otonari_app;
