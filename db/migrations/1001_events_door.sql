-- The door of an event: who came. A log to which every device adds, also hours later, when the network is back; who is here
-- is read from all of it, in whatever order it has come. Nothing in it is changed.
create type events.door_act as enum ('here', 'walk_in', 'undo');

create table events.door_entries (
  id bigint generated always as identity primary key,
  event_id uuid not null references events.events,
  -- The device's own number for a press, so that what it sends again is known as the same; it says nothing elsewhere.
  device uuid not null,
  seq integer not null check (seq between 1 and 1000000),
  act events.door_act not null,
  -- Of somebody who has registered, by their place in the party: parties may be written anew until the start.
  registration_id uuid,
  place smallint check (place between 1 and 20),
  -- Of people who came without.
  adults smallint check (adults between 0 and 50),
  children smallint check (children between 0 and 50),
  language text check (char_length(language) between 2 and 20),
  name text check (char_length(name) between 1 and 200),
  -- The one press that is taken back; it may come later than this.
  undoes_device uuid,
  undoes_seq integer,
  by_person uuid not null,
  -- By the clock of the device.
  pressed_at timestamptz not null,
  received_at timestamptz not null,
  unique (event_id, device, seq),
  foreign key (registration_id, event_id) references events.registrations (id, event_id) on delete cascade,
  check ((act = 'here') = (registration_id is not null) and (act = 'here') = (place is not null)),
  check ((act = 'walk_in') = (adults is not null) and (act = 'walk_in') = (children is not null)),
  check (act = 'walk_in' or (language is null and name is null)),
  check (act <> 'walk_in' or adults + children > 0),
  check ((act = 'undo') = (undoes_device is not null) and (act = 'undo') = (undoes_seq is not null)),
  check (pressed_at <= received_at)
);
create index door_entries_of_registration on events.door_entries (registration_id) where registration_id is not null;

-- Each of a party once, however many devices have pressed them: whose press stands that nobody has taken back.
create view events.door_here as
  select h.event_id, h.registration_id, h.place, min(h.pressed_at) as since
  from events.door_entries h
  where h.act = 'here' and not exists (
    select from events.door_entries u
    where u.event_id = h.event_id and u.undoes_device = h.device and u.undoes_seq = h.seq)
  group by h.event_id, h.registration_id, h.place;
create index door_entries_undone on events.door_entries (event_id, undoes_device, undoes_seq) where act = 'undo';

-- When an event is closed: how many had seats, how many of them came, and how many came without one. Nobody's name.
alter table events.events add column seated_count integer, add column came_count integer, add column walk_in_count integer;

-- Deleted is only what belongs to somebody who is erased.
grant select, insert, update (name), delete on events.door_entries to otonari_app;
grant select on events.door_here to otonari_app;
