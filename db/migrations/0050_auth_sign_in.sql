-- How people prove who they are. Tokens are kept as hashes only; a code is computed from its row's id and the
-- installation's secret and is kept nowhere. Persons are another schema's: `person_id` is not a foreign key.
create schema auth;

create table auth.codes (
  id uuid primary key,
  -- SHA-256 of the token in the cookie of the browser that asked.
  token_hash bytea not null unique,
  email text not null check (email = lower(email) and char_length(email) between 3 and 254),
  locale text not null,
  -- The path to return to, without language.
  back text not null,
  tries smallint not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz,
  session_id uuid
);
create index codes_by_age on auth.codes (created_at);

create table auth.sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  person_id uuid not null,
  means text not null check (means in ('code', 'passkey', 'demonstration')),
  -- What the person recognizes the device by: names of browser and system without versions; empty when unknown.
  browser text not null default '' check (char_length(browser) <= 40),
  system text not null default '' check (char_length(system) <= 40),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Since when a passkey or second factor stands behind it.
  strong_at timestamptz,
  ended_at timestamptz,
  check (last_seen_at >= created_at)
);
create index sessions_of_person on auth.sessions (person_id) where ended_at is null;

-- A question to an authenticator, answered once.
create table auth.challenges (
  challenge text primary key,
  purpose text not null check (purpose in ('sign-in', 'registration')),
  person_id uuid,
  expires_at timestamptz not null,
  check ((purpose = 'registration') = (person_id is not null))
);

create table auth.passkeys (
  id uuid primary key default gen_random_uuid(),
  credential_id text not null unique check (char_length(credential_id) <= 1400),
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  browser text not null default '',
  system text not null default '',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_of_person on auth.passkeys (person_id);

-- An app that shows codes (RFC 6238). The secret is encrypted; a time step is accepted once.
create table auth.authenticators (
  person_id uuid primary key,
  sealed_secret text not null,
  last_step bigint not null,
  created_at timestamptz not null
);

create table auth.recovery_codes (
  code_hash bytea primary key,
  person_id uuid not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_codes_of_person on auth.recovery_codes (person_id);

grant usage on schema auth to otonari_app;
grant select, insert, update, delete on all tables in schema auth to otonari_app;
