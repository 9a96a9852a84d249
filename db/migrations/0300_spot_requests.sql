-- Spot: a resident asks for help once, a neighbor says yes, help happens.
-- Persons belong to the module people; here they are ids only, as in the platform's own tables.
create schema spot;

create type spot.request_state as enum (
  'submitted', 'asked_back', 'open', 'accepted', 'confirmed', 'in_progress', 'visited', 'closed',
  'unfilled', 'no_show', 'declined', 'redirected', 'cancelled');
create type spot.request_act as enum (
  'submit', 'ask_back', 'answer_back', 'open', 'decline', 'redirect', 'accept', 'confirm', 'reject', 'withdraw',
  'release', 'check_in', 'check_out', 'record_no_show', 'leave_unfilled', 'reopen', 'cancel', 'close');
create type spot.party as enum ('requester', 'asked_volunteer', 'assigned_volunteer', 'coordinator', 'program');
create type spot.category as enum (
  'admin', 'medical', 'childcare', 'education', 'lifeline', 'housing', 'phone', 'paper');
create type spot.place_kind as enum ('online', 'phone', 'place');
create type spot.gender_wish as enum ('female', 'male');
create type spot.rendering_origin as enum ('resident', 'coordinator');
create type spot.redirect_target as enum ('consultation', 'official_office', 'helpline');
create type spot.offer_state as enum ('asked', 'accepted', 'declined', 'closed');
create type spot.assignment_end as enum (
  'fulfilled', 'rejected', 'withdrawn', 'released', 'cancelled', 'no_show');
create type spot.solution as enum ('solved', 'partly', 'not_solved');

create table spot.support_requests (
  id uuid primary key default gen_random_uuid(),
  requester_id uuid not null,
  -- The coordinator who typed it in for the requester, when it wasn't the requester.
  entered_by uuid,
  state spot.request_state not null default 'submitted',
  state_since timestamptz not null,
  submitted_at timestamptz not null,
  -- When it came to one of its ends; the texts are forgotten some time later.
  ended_at timestamptz,
  forgotten_at timestamptz,
  -- Rises with every change: a form made from an older version is refused.
  version integer not null default 1,
  coordinator_id uuid,
  category spot.category not null,
  own_words text not null check (char_length(own_words) <= 2000 and (own_words <> '' or forgotten_at is not null)),
  own_words_locale text not null check (own_words_locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  japanese_words text check (char_length(japanese_words) between 1 and 4000),
  japanese_origin spot.rendering_origin,
  japanese_by uuid,
  japanese_at timestamptz,
  needed_tasks text[] not null check (
    cardinality(needed_tasks) > 0 and needed_tasks <@ array['speak', 'read', 'write', 'phone']),
  talk_languages text[] not null,
  is_easy_japanese_ok boolean not null,
  place_kind spot.place_kind not null,
  municipality_code text check (municipality_code ~ '^[0-9]{5}$'),
  town text check (char_length(town) <= 100),
  place_name text check (char_length(place_name) <= 200),
  exact_address text check (char_length(exact_address) <= 300),
  gender_wish spot.gender_wish,
  good_to_know text check (char_length(good_to_know) <= 1000),
  duration_minutes integer not null check (duration_minutes between 15 and 600),
  photo_ids uuid[] not null default '{}' check (cardinality(photo_ids) <= 5),
  redirected_to spot.redirect_target,
  -- What the requester is told about why: of a refusal, a redirection, a cancellation by the organization.
  outcome_words text check (char_length(outcome_words) <= 1000),
  was_cancelled_late boolean not null default false,
  check (place_kind <> 'place' or municipality_code is not null),
  check (num_nulls(japanese_words, japanese_origin, japanese_by, japanese_at) in (0, 4)),
  check ((state = 'redirected') = (redirected_to is not null)),
  check ((state in ('closed', 'declined', 'redirected', 'cancelled')) = (ended_at is not null)),
  check (cardinality(talk_languages) > 0 or is_easy_japanese_ok)
);
create index support_requests_by_requester on spot.support_requests (requester_id, submitted_at desc);
create index support_requests_under_way on spot.support_requests (state, state_since) where ended_at is null;
create index support_requests_by_end on spot.support_requests (ended_at) where ended_at is not null;

-- When the requester could: one or more times, each as long as the request says.
create table spot.possible_times (
  request_id uuid not null references spot.support_requests on delete cascade,
  starts_at timestamptz not null,
  primary key (request_id, starts_at)
);

-- Which state may follow which: the same list as TRANSITIONS in types.ts.
create table spot.legal_transitions (
  act spot.request_act not null,
  from_state spot.request_state not null,
  to_state spot.request_state not null,
  primary key (act, from_state)
);
insert into spot.legal_transitions (act, from_state, to_state) values
  ('ask_back', 'submitted', 'asked_back'),
  ('answer_back', 'asked_back', 'submitted'),
  ('open', 'submitted', 'open'), ('open', 'asked_back', 'open'),
  ('decline', 'submitted', 'declined'), ('decline', 'asked_back', 'declined'),
  ('decline', 'open', 'declined'), ('decline', 'unfilled', 'declined'),
  ('redirect', 'submitted', 'redirected'), ('redirect', 'asked_back', 'redirected'),
  ('redirect', 'open', 'redirected'), ('redirect', 'unfilled', 'redirected'),
  ('accept', 'open', 'accepted'),
  ('confirm', 'accepted', 'confirmed'),
  ('reject', 'accepted', 'open'),
  ('withdraw', 'accepted', 'open'), ('withdraw', 'confirmed', 'open'),
  ('release', 'accepted', 'open'), ('release', 'confirmed', 'open'),
  ('check_in', 'confirmed', 'in_progress'),
  ('check_out', 'in_progress', 'visited'),
  ('record_no_show', 'confirmed', 'no_show'),
  ('leave_unfilled', 'open', 'unfilled'),
  ('reopen', 'unfilled', 'open'), ('reopen', 'no_show', 'open'),
  ('cancel', 'submitted', 'cancelled'), ('cancel', 'asked_back', 'cancelled'), ('cancel', 'open', 'cancelled'),
  ('cancel', 'accepted', 'cancelled'), ('cancel', 'confirmed', 'cancelled'), ('cancel', 'in_progress', 'cancelled'),
  ('cancel', 'unfilled', 'cancelled'), ('cancel', 'no_show', 'cancelled'),
  ('close', 'visited', 'closed'), ('close', 'no_show', 'closed');

create function spot.guard_request() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'submitted' then
      raise exception 'a request begins as submitted, not as %', new.state using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.state <> old.state and not exists (
    select from spot.legal_transitions where from_state = old.state and to_state = new.state
  ) then
    raise exception 'a request does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  -- What somebody said in their own words is theirs: it is forgotten one day, never rewritten.
  if (new.own_words <> old.own_words or new.own_words_locale <> old.own_words_locale)
     and not (new.own_words = '' and new.forgotten_at is not null) then
    raise exception 'the requester''s own words are never replaced' using errcode = 'check_violation';
  end if;
  new.version := old.version + 1;
  return new;
end $$;

create trigger guard_request before insert or update on spot.support_requests
  for each row execute function spot.guard_request();

-- How each request came to where it is: one row an act, never changed but for forgetting its words.
create table spot.transitions (
  id bigint generated always as identity primary key,
  request_id uuid not null references spot.support_requests on delete cascade,
  act spot.request_act not null,
  from_state spot.request_state,
  to_state spot.request_state not null,
  by_person uuid,
  by_party spot.party not null,
  reason text check (char_length(reason) <= 1000),
  at timestamptz not null
);
create index transitions_by_request on spot.transitions (request_id, id);

create function spot.keep_history() returns trigger
language plpgsql
as $$
begin
  if new.reason is null and (to_jsonb(old) - 'reason') = (to_jsonb(new) - 'reason') then
    return new;
  end if;
  raise exception 'history is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_history before update on spot.transitions
  for each row execute function spot.keep_history();

-- What a coordinator put right in a request, and why: the requester sees it.
create table spot.corrections (
  id bigint generated always as identity primary key,
  request_id uuid not null references spot.support_requests on delete cascade,
  field text not null check (field in ('category', 'duration_minutes')),
  was text not null,
  becomes text not null,
  reason text not null check (char_length(reason) <= 500),
  by_person uuid not null,
  at timestamptz not null
);
create index corrections_by_request on spot.corrections (request_id);

-- What somebody has filled in so far: one for each person, incomplete, theirs alone.
create table spot.drafts (
  person_id uuid primary key,
  fields jsonb not null check (pg_column_size(fields) <= 262144),
  saved_at timestamptz not null
);
create index drafts_by_age on spot.drafts (saved_at);

grant usage on schema spot to otonari_app;
grant select, insert, update on spot.support_requests to otonari_app;
grant select, insert, delete on spot.possible_times to otonari_app;
grant select on spot.legal_transitions to otonari_app;
grant select, insert, update (reason) on spot.transitions to otonari_app;
grant select, insert, update (reason) on spot.corrections to otonari_app;
grant select, insert, update, delete on spot.drafts to otonari_app;
