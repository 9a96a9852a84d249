-- The day of a class: who came and to whom they were handed over, what was eaten, what went wrong, and what was learned.

-- The words by which whoever fetches a child shows that the family sent them. They belong to the child and the day, not to a
-- print: drawn by the database when the child gets a seat, and never again, so that no list and no sheet has others.
create table classes.handover_codes (
  session_id uuid not null,
  child_id uuid not null,
  -- Places in the list of words, which every language has with the same meanings.
  first_word smallint not null check (first_word between 0 and 63),
  second_word smallint not null check (second_word between 0 and 63),
  primary key (session_id, child_id),
  constraint handover_codes_differ unique (session_id, first_word, second_word),
  foreign key (session_id, child_id) references classes.seats (session_id, child_id) on delete cascade,
  check (first_word <> second_word)
);

create function classes.give_code() returns trigger
language plpgsql
as $$
declare
  drawn bytea;
begin
  while not exists (select from classes.handover_codes where session_id = new.session_id and child_id = new.child_id) loop
    drawn := uuid_send(gen_random_uuid());
    continue when get_byte(drawn, 0) & 63 = get_byte(drawn, 1) & 63;
    insert into classes.handover_codes (session_id, child_id, first_word, second_word)
    values (new.session_id, new.child_id, get_byte(drawn, 0) & 63, get_byte(drawn, 1) & 63)
    on conflict do nothing;
  end loop;
  return null;
end $$;
create trigger give_code after insert or update of state on classes.seats for each row
  when (new.state = 'taken') execute function classes.give_code();

-- A log to which every phone adds, also hours later, when the network is back. Who is here is read from all of it, in
-- whatever order it has come. Nothing in it is changed: two who pressed differently are both there to be seen.
create type classes.door_act as enum ('in', 'out', 'undo');
-- Whether whoever took a child stood on the list of that day, only on an older list that a phone still had, or on none.
create type classes.handover_match as enum ('listed', 'old_list', 'unlisted');

create table classes.presence_entries (
  id bigint generated always as identity primary key,
  session_id uuid not null references classes.sessions,
  -- The device's own number for a press, so that what it sends again is known as the same.
  device uuid not null,
  seq integer not null check (seq between 1 and 1000000),
  act classes.door_act not null,
  child_id uuid,
  -- The guardianship or fetcher that a child was handed over by; null for somebody who is neither.
  received_by uuid,
  match classes.handover_match,
  -- When the list was made that the phone showed, as its seal says.
  list_at timestamptz,
  -- The one press that is taken back; it may come later than this.
  undoes_device uuid,
  undoes_seq integer,
  by_person uuid not null,
  -- By the clock of the device: decides nothing.
  pressed_at timestamptz not null,
  heard_at timestamptz not null,
  constraint presence_entries_once unique (session_id, device, seq),
  foreign key (session_id, child_id) references classes.seats (session_id, child_id) on delete cascade,
  check ((act = 'undo') = (child_id is null)),
  check ((act = 'undo') = (undoes_device is not null) and (act = 'undo') = (undoes_seq is not null)),
  check ((act = 'out') = (match is not null) and (act = 'out' or received_by is null)),
  check (received_by is not null or match is null or match = 'unlisted'),
  check (pressed_at <= heard_at)
);
create index presence_entries_of_child on classes.presence_entries (child_id, session_id) where child_id is not null;
create index presence_entries_undone on classes.presence_entries (session_id, undoes_device, undoes_seq) where act = 'undo';
create index presence_entries_unmatched on classes.presence_entries (session_id) where match = 'unlisted';

-- Of each child what stands: since when they are here, and since when they are gone.
create view classes.presence as
  select p.session_id, p.child_id,
    min(p.pressed_at) filter (where p.act = 'in') as came_at,
    min(p.pressed_at) filter (where p.act = 'out') as gone_at,
    count(*) filter (where p.match = 'unlisted') as unlisted
  from classes.presence_entries p
  where p.act <> 'undo' and not exists (
    select from classes.presence_entries u
    where u.session_id = p.session_id and u.undoes_device = p.device and u.undoes_seq = p.seq)
  group by p.session_id, p.child_id;

-- What there is to eat, with what is in it.
create table classes.snacks (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references classes.sessions,
  name text not null check (char_length(name) between 1 and 100),
  foods text[] not null check (cardinality(foods) <= 30),
  added_by uuid not null,
  added_at timestamptz not null
);
create index snacks_of_session on classes.snacks (session_id, added_at);

-- Something that went wrong on a day: written line by line, never changed, and closed only when the family knows.
create type classes.incident_kind as enum ('injury', 'illness', 'missing', 'quarrel', 'handover', 'near_miss', 'other');
create table classes.incidents (
  id uuid primary key,
  session_id uuid not null references classes.sessions,
  -- Null where it is about nobody in particular.
  child_id uuid references classes.children on delete cascade,
  kind classes.incident_kind not null,
  happened_at timestamptz not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  -- When somebody has spoken with the family.
  told_at timestamptz,
  told_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  check ((told_at is null) = (told_by is null)),
  check ((closed_at is null) = (closed_by is null)),
  constraint incidents_are_told check (closed_at is null or child_id is null or told_at is not null)
);
create index incidents_of_session on classes.incidents (session_id, reported_at);
create index incidents_of_child on classes.incidents (child_id) where child_id is not null;
create index incidents_open on classes.incidents (reported_at, id) where closed_at is null;

create table classes.incident_lines (
  id uuid primary key,
  incident_id uuid not null references classes.incidents on delete cascade,
  said platform.sealed_text not null,
  -- When it was, as whoever writes it says.
  was_at timestamptz not null,
  written_by uuid not null,
  written_at timestamptz not null
);
alter table classes.incident_lines alter column said set statistics 0;
create index incident_lines_in_order on classes.incident_lines (incident_id, was_at, written_at);

-- What a child did on a day, and what the family is told of it: phrases that every language has, and free words marked as such.
create table classes.records (
  id uuid primary key,
  session_id uuid not null,
  child_id uuid not null,
  activities text[] not null,
  phrases text[] not null,
  said platform.sealed_text,
  written_by uuid not null,
  written_at timestamptz not null,
  constraint records_once unique (session_id, child_id),
  foreign key (session_id, child_id) references classes.seats (session_id, child_id) on delete cascade
);
alter table classes.records alter column said set statistics 0;
create index records_of_child on classes.records (child_id, written_at desc);

-- What a child can do: each once, on the day on which somebody saw it first.
create table classes.can_do (
  child_id uuid not null references classes.children on delete cascade,
  step text not null check (char_length(step) between 1 and 40),
  session_id uuid not null references classes.sessions,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (child_id, step)
);
create index can_do_of_session on classes.can_do (session_id);

grant select, insert, delete on classes.handover_codes, classes.presence_entries,
  classes.incident_lines, classes.can_do to otonari_app;
grant select, insert, update, delete on classes.snacks, classes.incidents, classes.records to otonari_app;
grant select on classes.presence to otonari_app;
