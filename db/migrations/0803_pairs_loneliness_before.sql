-- the former version meets: loneliness_is_of_one, loneliness_of_application_is_before, pairs.loneliness_before_once
-- How lonely somebody was before a pair is asked when they apply: there is no pair yet, and the answer is of their application.
alter table pairs.loneliness
  alter column pair_id drop not null,
  add column application_id uuid references pairs.applications on delete cascade,
  add constraint loneliness_is_of_one check ((pair_id is null) <> (application_id is null)),
  add constraint loneliness_of_application_is_before check (application_id is null or month = 0);
create unique index loneliness_before_once on pairs.loneliness (application_id, person_id) where application_id is not null;

-- Who was written to a year after their pair began: once.
create table pairs.loneliness_asks (
  pair_id uuid not null references pairs.pairs on delete cascade,
  person_id uuid not null,
  asked_at timestamptz not null,
  primary key (pair_id, person_id)
);
grant select, insert, update, delete on pairs.loneliness_asks to otonari_app;
