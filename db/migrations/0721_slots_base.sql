-- Times that people of the organization keep open, and what is booked for them. Whatever a booking is for lives with its
-- program and knows whose it is; here stands only its id.
create schema slots;

create table slots.offered (
  id uuid primary key default gen_random_uuid(),
  -- What it can be booked for: `trust.interview`.
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  host_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '10 hours'),
  place text not null check (place in ('online', 'place')),
  -- The address to go to or the link to open.
  where_words platform.sealed_text not null,
  offered_at timestamptz not null,
  -- Nobody is at two places at once.
  constraint offered_never_overlap exclude using gist (host_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index offered_ahead on slots.offered (kind, starts_at);

-- One booking a time, and one time a booking.
create table slots.bookings (
  slot_id uuid primary key references slots.offered on delete cascade,
  for_id uuid not null unique,
  booked_at timestamptz not null
);

grant usage on schema slots to otonari_app;
grant select, insert, delete on slots.offered, slots.bookings to otonari_app;
-- Nothing of a time ever changes; without this right nobody could hold its row.
grant update (offered_at) on slots.offered to otonari_app;

-- Sealed as it is, it is no sample for the planner.
alter table slots.offered alter column where_words set statistics 0;
