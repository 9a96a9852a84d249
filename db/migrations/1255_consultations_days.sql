-- Days on which experts sit at tables. Who sees whom is not kept: it is planned of what stands here, and of what a coordinator
-- has settled by hand.
create table consultations.days (
  id uuid primary key default gen_random_uuid(),
  on_day date not null,
  from_time time not null,
  minutes smallint not null check (minutes between 15 and 120),
  times smallint not null check (times between 1 and 8),
  made_by uuid not null,
  made_at timestamptz not null
);
create index days_in_order on consultations.days (on_day desc, id);

create table consultations.day_people (
  id uuid primary key default gen_random_uuid(),
  day_id uuid not null references consultations.days on delete cascade,
  kind text not null check (kind in ('expert', 'interpreter')),
  name platform.sealed_text not null,
  fields text[] not null,
  languages text[] not null,
  check (kind = 'expert' or fields = '{}')
);
alter table consultations.day_people alter column name set statistics 0;
create index day_people_of_day on consultations.day_people (day_id, id);

create table consultations.day_matters (
  day_id uuid not null references consultations.days on delete cascade,
  matter_id uuid not null references consultations.matters on delete cascade,
  -- Settled by hand.
  expert_id uuid references consultations.day_people on delete set null,
  primary key (day_id, matter_id)
);
create index day_matters_of_matter on consultations.day_matters (matter_id);
create index day_matters_of_expert on consultations.day_matters (expert_id);

grant select, insert, update, delete on consultations.days, consultations.day_people, consultations.day_matters to otonari_app;
