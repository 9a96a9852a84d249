-- When whoever has asked and their coordinator meet or speak, at one of the times that the coordinator keeps open. One a matter:
-- another time takes its place.
create table consultations.appointments (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null unique references consultations.matters on delete cascade,
  host_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  way text not null check (way in ('in_person', 'phone', 'online')),
  -- The address or the link, under the key of the matter; nothing for a call.
  where_words platform.sealed_text not null,
  -- Of the calendar: rises with every change.
  sequence integer not null default 0,
  set_by uuid not null,
  set_at timestamptz not null,
  called_off_at timestamptz,
  constraint appointments_end_later check (ends_at > starts_at)
);
alter table consultations.appointments alter column where_words set statistics 0;
create index appointments_of_host on consultations.appointments (host_id, starts_at) where called_off_at is null;

grant select, insert, update, delete on consultations.appointments to otonari_app;
