-- Browsers in which somebody has signed in before: strangers who ask for codes in their name can't use up their share.
create table auth.known_devices (
  -- HMAC of the token in the browser's cookie, bound to the person.
  token_hash bytea primary key,
  person_id uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null check (last_used_at >= created_at)
);
create index known_devices_of_person on auth.known_devices (person_id);
grant select, insert, update, delete on auth.known_devices to otonari_app;
