-- The chain by itself can be made anew by whoever owns the tables. So the program vouches for its head every ten minutes
-- with a mark whose key the database never sees, and writes it elsewhere as well (docs/decisions/0022).
create table audit.seals (
  position bigint not null check (position > 0),
  -- Which key has made the mark: after a change of the secret each head is marked again beside the old mark.
  key_name text not null,
  hash bytea not null,
  at timestamptz not null,
  mark bytea not null,
  primary key (position, key_name)
);

-- How far the checks have come.
create table audit.checks (
  only_one boolean primary key default true check (only_one),
  checked_at timestamptz not null,
  round_position bigint not null default 0,
  round_hash bytea,
  round_ended_at timestamptz
);

-- What administrators are told of: a chain that does not hold, somebody of staff who reads more than their work needs.
create table audit.alarms (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  raised_at timestamptz not null,
  -- Where in the chain; or who has read how many records.
  position bigint,
  person_id uuid,
  hour_count integer,
  day_count integer,
  closed_at timestamptz,
  closed_by uuid,
  closed_because text,
  check (num_nonnulls(position, person_id) = 1),
  check (num_nulls(closed_at, closed_by, closed_because) in (0, 3)),
  -- Nobody ends an alarm about themselves.
  constraint alarms_not_by_oneself check (closed_by <> person_id)
);
create unique index alarms_once on audit.alarms (kind, position) where position is not null;
create unique index alarms_open on audit.alarms (person_id) where person_id is not null and closed_at is null;
create index alarms_by_time on audit.alarms (raised_at desc);

-- A few pages for millions of entries: they lie in the order of their time.
create index entries_by_time on audit.entries using brin (at);

grant select, insert on audit.seals to otonari_app;
grant select, insert, update on audit.checks, audit.alarms to otonari_app;
