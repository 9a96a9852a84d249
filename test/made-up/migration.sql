-- Walks through the neighborhood, each of one who proposes it and one who joins.
create schema walks;

create table walks.walks (
  id uuid primary key default gen_random_uuid(),
  proposer_id uuid not null references people.persons,
  joiner_id uuid references people.persons,
  on_day date not null,
  meeting_place platform.sealed_text not null,
  created_at timestamptz not null,
  check (joiner_id <> proposer_id)
);
create index walks_by_proposer on walks.walks (proposer_id, on_day desc);
create index walks_by_joiner on walks.walks (joiner_id, on_day desc);
create index walks_waiting on walks.walks (on_day) where joiner_id is null;

grant usage on schema walks to otonari_app;
grant select, insert, update, delete on walks.walks to otonari_app;
