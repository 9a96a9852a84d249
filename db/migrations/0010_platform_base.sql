-- What every module stands on. The application role may read and write rows, never change the schema.
create extension if not exists btree_gist;
create schema platform;

-- Settings of the organization: one row a subject, edited by administrators in the browser.
create table platform.settings (
  subject text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid
);

-- A write that a person can repeat (a double tap, a reload) happens once: the key is stored by the transaction that did it.
-- Somebody who goes back, changes an answer and sends again has sent something else, so the content is part of the key.
create table platform.idempotency_keys (
  key uuid not null,
  actor text not null,
  content_sha256 text not null,
  route text not null,
  location text not null,
  created_at timestamptz not null default now(),
  primary key (key, actor, content_sha256)
);
create index idempotency_keys_by_age on platform.idempotency_keys (created_at);

-- Fixed windows: how often something was tried, by whom it can be known (an address, a person). Kept for a day.
create table platform.rate_windows (
  subject text not null,
  started_at timestamptz not null,
  tries integer not null default 1,
  primary key (subject, started_at)
);

-- Files are kept outside the database; a row says whose they are, who may see them and until when they are kept.
create table platform.files (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null,
  kind text not null,
  media_type text not null,
  byte_count integer not null check (byte_count > 0),
  width integer,
  height integer,
  sha256 text not null,
  created_at timestamptz not null default now(),
  delete_after timestamptz
);

grant usage on schema platform to otonari_app;
grant select, insert, update, delete on all tables in schema platform to otonari_app;

-- What somebody had typed when their session was over: offered again after signing in, gone after an hour.
create table platform.kept_forms (
  token text primary key,
  path text not null,
  fields jsonb not null,
  delete_after timestamptz not null
);
grant select, insert, update, delete on platform.kept_forms to otonari_app;
