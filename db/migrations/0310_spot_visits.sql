-- Who was asked, who said yes, and how the visit was.

create table spot.offers (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references spot.support_requests on delete cascade,
  volunteer_id uuid not null,
  wave integer not null check (wave >= 1),
  state spot.offer_state not null default 'asked',
  -- From the ranking, for the coordinator: why this volunteer, in this language.
  score integer not null,
  language text not null,
  distance_meters integer check (distance_meters >= 0),
  reasons jsonb not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- Nobody is asked twice for the same request.
  constraint offers_ask_once unique (request_id, volunteer_id),
  constraint offers_answered check ((state in ('accepted', 'declined')) <= (answered_at is not null))
);
create index offers_by_volunteer on spot.offers (volunteer_id, state, asked_at desc);
create index offers_unanswered on spot.offers (asked_at) where state = 'asked';

create table spot.assignments (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references spot.support_requests on delete cascade,
  volunteer_id uuid not null,
  offer_id uuid not null references spot.offers on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  period tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  language text not null,
  is_active boolean not null default true,
  accepted_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_because spot.assignment_end,
  check (is_active = (ended_because is null)),
  check (is_active = (ended_at is null)),
  -- A volunteer's times never overlap.
  constraint assignments_never_overlap exclude using gist (volunteer_id with =, period with &&) where (is_active)
);
-- Exactly one volunteer at a time.
create unique index assignments_one_active on spot.assignments (request_id) where is_active;
create index assignments_by_volunteer on spot.assignments (volunteer_id, starts_at);
create index assignments_by_start on spot.assignments (starts_at);

create table spot.visits (
  assignment_id uuid primary key references spot.assignments on delete cascade,
  checked_in_at timestamptz not null,
  checked_out_at timestamptz check (checked_out_at >= checked_in_at),
  -- When a coordinator was told that nobody had checked out.
  overdue_told_at timestamptz
);

create table spot.visit_reports (
  assignment_id uuid primary key references spot.assignments on delete cascade,
  done_words text not null check (char_length(done_words) <= 2000),
  spent_minutes integer not null check (spent_minutes between 0 and 720),
  learned_words text check (char_length(learned_words) <= 2000),
  reported_at timestamptz not null
);

create table spot.visit_feedback (
  assignment_id uuid primary key references spot.assignments on delete cascade,
  solution spot.solution not null,
  thanks_words text check (char_length(thanks_words) <= 2000),
  is_unsafe boolean not null,
  unsafe_words text check (char_length(unsafe_words) <= 2000),
  given_at timestamptz not null
);

grant select, insert, update on spot.offers, spot.assignments, spot.visits, spot.visit_reports, spot.visit_feedback
  to otonari_app;
