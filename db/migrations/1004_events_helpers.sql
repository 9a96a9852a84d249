-- Who helps at the door of an event: a volunteer, with a link of their own for that day. Ended: the link opens nothing any more.
create table events.helpers (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events.events,
  person_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- What the day was worth, as soon as the event is reported.
  minutes integer check (minutes between 0 and 10080)
);
create unique index helpers_once on events.helpers (event_id, person_id) where ended_at is null;
create index helpers_of_person on events.helpers (person_id, event_id) where ended_at is null;
grant select, insert, update, delete on events.helpers to otonari_app;
