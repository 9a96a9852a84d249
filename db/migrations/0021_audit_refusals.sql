-- Refusals that repeat, counted until they are summed up in one entry of the chain; the first of each is an entry at once.
create table audit.refusals (
  -- A person's id, or a visitor's address hashed with a key that no one keeps.
  who text not null,
  -- Route, code and, where a record was shown with the refusal, its id.
  what text not null,
  person_id uuid,
  role text not null,
  action text not null,
  code text not null,
  object_kind text,
  object_id text,
  started_at timestamptz not null,
  repeats integer not null check (repeats >= 0),
  primary key (who, what)
);
create index refusals_by_age on audit.refusals (started_at);
grant select, insert, update, delete on audit.refusals to otonari_app;
