-- Events: what the organization holds for many at once, who has a seat there, and who waits for one. Persons belong to the
-- module people; here they are ids only.
create schema events;

create type events.kind as enum (
  'exchange_meeting', 'lecture', 'information_session', 'training', 'sharing_meeting', 'outing');
create type events.state as enum (
  'draft', 'in_review', 'published', 'closed', 'under_way', 'over', 'reported', 'postponed', 'cancelled');
create type events.audience as enum ('everybody', 'residents', 'volunteers', 'families');
create type events.photo_policy as enum ('no_photos', 'asked_each_time', 'group_picture');

create table events.events (
  id uuid primary key default gen_random_uuid(),
  kind events.kind not null,
  state events.state not null default 'draft',
  -- While it is postponed, the day that it had.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Nobody registers after it; offers of the waiting list go on until the start.
  registration_closes_at timestamptz not null,
  is_online boolean not null default false,
  -- Only the seated see it.
  online_url text check (char_length(online_url) between 8 and 500 and online_url ~ '^https://'),
  -- The street and the room: only the seated see them. Where about it is, its words say to everybody.
  address text check (char_length(address) between 1 and 300),
  audience events.audience not null default 'everybody',
  access text[] not null default '{}' check (access <@ array['step_free', 'toilet', 'quiet_room', 'stroller']),
  photo_policy events.photo_policy not null default 'asked_each_time',
  fee_jpy integer not null default 0 check (fee_jpy between 0 and 100000),
  suggested_gift_jpy integer check (suggested_gift_jpy between 100 and 100000),
  -- By language: title, text, area, bring, directions.
  texts jsonb not null,
  machine_made text[] not null default '{}',
  responsible_id uuid not null,
  program text check (program ~ '^[a-z_]{2,40}$'),
  campaign_id uuid,
  -- What it was copied from, for a series.
  copied_from uuid references events.events,
  -- Of calendars: rises with every change of time or place.
  sequence integer not null default 0,
  version integer not null default 1,
  written_by uuid not null,
  created_at timestamptz not null,
  submitted_by uuid,
  published_at timestamptz,
  -- When all who wait were told that whoever comes first has what is free: once, shortly before the start.
  last_call_at timestamptz,
  over_at timestamptz,
  check (ends_at > starts_at and ends_at <= starts_at + interval '7 days'),
  check (registration_closes_at <= ends_at),
  check (state in ('draft', 'in_review', 'cancelled') or published_at is not null),
  check (texts ? 'ja')
);
create index events_to_come on events.events (starts_at, id) where state in ('published', 'closed', 'under_way', 'postponed');
create index events_shown on events.events (ends_at) where published_at is not null;
create index events_put_off on events.events (id) where state = 'postponed';
create index events_in_order on events.events (starts_at desc, id desc);
-- What waits for coordinators.
create index events_at_work on events.events (starts_at, id) where state in ('draft', 'in_review', 'over');
create index events_by_responsible on events.events (responsible_id);
create index events_copied on events.events (copied_from) where copied_from is not null;

-- In which languages it is held, interpreted, or has papers.
create table events.languages (
  event_id uuid not null references events.events on delete cascade,
  language text not null check (char_length(language) between 2 and 20),
  kind text not null check (kind in ('talk', 'interpretation', 'materials')),
  primary key (event_id, language, kind)
);

-- What of a registration needs a seat: everybody who comes, an adult, a child, a place to craft, the interpretation into a language.
create type events.seat_kind as enum ('anybody', 'adult', 'child', 'craft', 'interpretation');
create table events.seats (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events.events on delete cascade,
  kind events.seat_kind not null,
  -- Of an interpretation only.
  language text not null default '' check ((language <> '') = (kind = 'interpretation')),
  capacity integer not null check (capacity between 0 and 10000),
  -- Those of whoever is seated or has an offer; kept by the database below.
  taken integer not null default 0 check (taken >= 0),
  unique (event_id, kind, language)
);

create type events.registration_state as enum ('asked', 'seated', 'waiting', 'offered', 'passed', 'cancelled');
create table events.registrations (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events.events,
  -- Who is signed in; without an account, whoever can read the mails of the address.
  person_id uuid,
  email text not null check (email = lower(email) and char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 200),
  locale text not null check (locale in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  state events.registration_state not null default 'asked',
  -- In which order the waiting are offered seats.
  waiting_since timestamptz,
  offered_until timestamptz,
  needs platform.sealed_text,
  question platform.sealed_text,
  -- Of the calendar file; rises with every mail that carries one.
  sequence integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  -- When the event ends: what a registration tells of people is kept by it.
  ends_at timestamptz not null,
  check ((state = 'offered') = (offered_until is not null)),
  check (state not in ('waiting', 'offered') or waiting_since is not null),
  -- By which a press at the door is of its event.
  unique (id, event_id)
);
alter table events.registrations alter column needs set statistics 0;
alter table events.registrations alter column question set statistics 0;
-- One person one registration, however often they press, and so at most one open offer.
-- Whoever has not proved an address yet is asked by one mail an event, however often a form is sent with it.
create unique index registrations_asked_once on events.registrations (event_id, email) where state = 'asked';
create unique index registrations_once_by_email on events.registrations (event_id, email)
  where state in ('seated', 'waiting', 'offered');
create unique index registrations_once_by_person on events.registrations (event_id, person_id)
  where state in ('seated', 'waiting', 'offered');
create index registrations_in_order on events.registrations (event_id, waiting_since, id) where state = 'waiting';
create index registrations_offered on events.registrations (offered_until) where state = 'offered';
create index registrations_of_event on events.registrations (event_id, state, name, id);
create index registrations_of_person on events.registrations (person_id, ends_at desc) where person_id is not null;
create index registrations_by_email on events.registrations (email, ends_at desc);

-- Who comes with a registration, whoever registered among them.
create table events.attendees (
  id uuid primary key default gen_random_uuid(),
  registration_id uuid not null references events.registrations on delete cascade,
  place smallint not null check (place between 1 and 20),
  is_child boolean not null,
  -- Of a child, in years on the day.
  age smallint check (age between 0 and 17),
  crafts boolean not null default false,
  -- The language that is interpreted for them.
  interpretation text check (char_length(interpretation) between 2 and 20),
  check (is_child = (age is not null)),
  unique (registration_id, place)
);

-- What a registration takes of each kind of seat.
create function events.needs_of(registration uuid) returns table (kind events.seat_kind, language text, seats integer)
language sql stable
as $$
  select 'anybody'::events.seat_kind, '', count(*)::integer from events.attendees where registration_id = registration
  union all
  select (case when is_child then 'child' else 'adult' end)::events.seat_kind, '', count(*)::integer
  from events.attendees where registration_id = registration group by is_child
  union all
  select 'craft', '', count(*)::integer from events.attendees where registration_id = registration and crafts having count(*) > 0
  union all
  select 'interpretation', interpretation, count(*)::integer
  from events.attendees where registration_id = registration and interpretation is not null group by interpretation
$$;

-- Never over the seats, whoever writes: a registration takes its seats when it becomes seated or offered, and gives them back
-- when it is neither any more.
create function events.keep_seats() returns trigger
language plpgsql
as $$
declare
  had boolean := tg_op = 'UPDATE' and old.state in ('seated', 'offered');
  has boolean := new.state in ('seated', 'offered');
  over boolean;
begin
  if had = has then return null; end if;
  -- Locked in one order, so that rivals wait for each other.
  perform from events.seats where event_id = new.event_id order by id for update;
  with counted as (
    update events.seats s set taken = s.taken + (case when has then n.seats else -n.seats end)
    from events.needs_of(new.id) n
    where s.event_id = new.event_id and s.kind = n.kind and s.language = n.language
    returning s.taken > s.capacity as over
  ) select coalesce(bool_or(counted.over), false) into over from counted;
  if has and over then
    raise exception 'more seats than there are' using errcode = 'check_violation', constraint = 'seats_hold';
  end if;
  return null;
end $$;
-- A constraint's, so that the attendees that come with a registration are written before it is counted.
create constraint trigger keep_seats after insert or update of state on events.registrations
  deferrable initially immediate for each row execute function events.keep_seats();

-- Whoever is erased leaves their seats to others. Before the row goes: its attendees go with it.
create function events.give_back_seats() returns trigger
language plpgsql
as $$
begin
  if old.state in ('seated', 'offered') then
    perform from events.seats where event_id = old.event_id order by id for update;
    update events.seats s set taken = s.taken - n.seats
    from events.needs_of(old.id) n
    where s.event_id = old.event_id and s.kind = n.kind and s.language = n.language;
  end if;
  return old;
end $$;
create trigger give_back_seats before delete on events.registrations
  for each row execute function events.give_back_seats();

-- Who comes with a registration changes only while it takes no seat.
create function events.refuse_while_seated() returns trigger
language plpgsql
as $$
begin
  if exists (select from events.registrations
    where id = coalesce(new.registration_id, old.registration_id) and state in ('seated', 'offered')) then
    raise exception 'a party that has its seats does not change' using errcode = 'check_violation',
      constraint = 'attendees_hold';
  end if;
  return coalesce(new, old);
end $$;
create trigger refuse_while_seated before insert or update or delete on events.attendees
  for each row execute function events.refuse_while_seated();

-- What has happened with the seats of an event, in order: why somebody has one.
create table events.seat_moves (
  id bigint generated always as identity primary key,
  event_id uuid not null references events.events,
  registration_id uuid not null references events.registrations on delete cascade,
  act text not null,
  from_state events.registration_state,
  to_state events.registration_state not null,
  by_person uuid,
  by_house boolean not null default false,
  at timestamptz not null
);
create index seat_moves_of_event on events.seat_moves (event_id, id);
create index seat_moves_of_registration on events.seat_moves (registration_id);

-- ── Lives ───────────────────────────────────────────────────────────────────────────────────────────────────────────
insert into platform.acts (noun, act, from_state, to_state) values
  ('events.event', 'draft', null, 'draft'),
  ('events.event', 'submit', 'draft', 'in_review'),
  ('events.event', 'send_back', 'in_review', 'draft'),
  ('events.event', 'publish', 'in_review', 'published'),
  ('events.event', 'close', 'published', 'closed'),
  ('events.event', 'reopen', 'closed', 'published'),
  ('events.event', 'begin', 'published', 'under_way'),
  ('events.event', 'begin', 'closed', 'under_way'),
  ('events.event', 'end', 'under_way', 'over'),
  ('events.event', 'report', 'over', 'reported'),
  ('events.event', 'postpone', 'published', 'postponed'),
  ('events.event', 'postpone', 'closed', 'postponed'),
  ('events.event', 'set_date', 'postponed', 'published'),
  ('events.event', 'cancel', 'draft', 'cancelled'),
  ('events.event', 'cancel', 'in_review', 'cancelled'),
  ('events.event', 'cancel', 'published', 'cancelled'),
  ('events.event', 'cancel', 'closed', 'cancelled'),
  ('events.event', 'cancel', 'postponed', 'cancelled'),
  ('events.registration', 'ask', null, 'asked'),
  ('events.registration', 'seat', 'asked', 'seated'),
  ('events.registration', 'seat', 'waiting', 'seated'),
  ('events.registration', 'seat', 'offered', 'seated'),
  ('events.registration', 'wait', 'asked', 'waiting'),
  ('events.registration', 'wait', 'seated', 'waiting'),
  ('events.registration', 'offer', 'waiting', 'offered'),
  ('events.registration', 'pass', 'offered', 'passed'),
  ('events.registration', 'cancel', 'asked', 'cancelled'),
  ('events.registration', 'cancel', 'seated', 'cancelled'),
  ('events.registration', 'cancel', 'waiting', 'cancelled'),
  ('events.registration', 'cancel', 'offered', 'cancelled');
create trigger guard_birth before insert on events.events for each row
  execute function platform.guard_life('events.event', 'an event');
create trigger guard_life before update of state on events.events for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('events.event', 'an event');
create trigger guard_birth before insert on events.registrations for each row
  execute function platform.guard_life('events.registration', 'a registration');
create trigger guard_life before update of state on events.registrations for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('events.registration', 'a registration');

grant usage on schema events to otonari_app;
grant select, insert, update, delete on all tables in schema events to otonari_app;
