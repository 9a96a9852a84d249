-- What happened, kept by number only, so that a listener that comes later hears the past (docs/decisions/0031).
create table platform.events (
  sequence bigint generated always as identity primary key,
  -- The same for news that may be published again.
  id text not null unique,
  type text not null check (type ~ '^[a-z_]+(\.[a-z_]+)+$'),
  ids jsonb not null check (jsonb_typeof(ids) = 'object'),
  at timestamptz not null default now()
);
create index events_by_type on platform.events (type, sequence);

-- Which listener hears which events, and up to where it has heard them. Null: it has caught up, and a job for it is added in
-- the very transaction that publishes an event. A number: it is behind, and hears what lies after it in order.
create table platform.listener_positions (
  listener text not null,
  event text not null,
  heard_to bigint check (heard_to >= 0),
  -- When a program last ran that knows it.
  seen_at timestamptz not null default now(),
  primary key (listener, event)
);
create index listeners_by_event on platform.listener_positions (event);

-- The program adds events and reads them; it can take back none. What is older than its term goes, by the program's clock and
-- by the database's.
create function platform.forget_events(before timestamptz) returns bigint
language sql security definer set search_path = ''
as $$
  with gone as (delete from platform.events where at < least(before, now() - interval '300 days') returning 1)
  select count(*) from gone
$$;
revoke execute on function platform.forget_events from public;

grant select, insert on platform.events to otonari_app;
grant select, insert, update on platform.listener_positions to otonari_app;
grant execute on function platform.forget_events to otonari_app;
