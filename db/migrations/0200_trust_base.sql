-- What the organization decided about people: applications of volunteers, the steps they have taken, restrictions,
-- insurance, concerns. Persons belong to the module people; here they are ids only. Every `until_on` and `until_at` is
-- the first day or instant at which the thing no longer holds.
create schema trust;

create type trust.step as enum ('interview', 'training', 'pledge', 'identity_check', 'child_safety_check');
create type trust.demand as enum ('off', 'optional', 'required');
create type trust.application_state as enum ('submitted', 'approved', 'declined', 'withdrawn', 'ended');
create type trust.interview_place as enum ('online', 'place');
create type trust.interview_outcome as enum ('fits', 'again', 'does_not_fit', 'missed');
create type trust.restriction_kind as enum ('pause', 'not_with_children', 'only_online', 'suspension', 'apart');
create type trust.concern_state as enum ('raised', 'assessed', 'closed');
create type trust.decision_act as enum (
  'apply', 'withdraw', 'leave', 'schedule_interview', 'record_interview', 'record_training', 'record_check',
  'take_pledge', 'approve', 'decline', 'pause', 'resume', 'restrict', 'suspend', 'keep_apart', 'lift',
  'record_insurance');

-- Which steps lead to approval: a new version for every change, in force from an instant on until the next one.
create table trust.policies (
  id bigint generated always as identity primary key,
  valid_from timestamptz not null,
  needs_insurance boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  reason text not null check (char_length(reason) <= 500)
);
create index policies_in_order on trust.policies (valid_from, id);

create table trust.policy_steps (
  policy_id bigint not null references trust.policies on delete cascade,
  step trust.step not null,
  position smallint not null check (position between 1 and 20),
  demand trust.demand not null,
  -- Empty: what was done once holds for good.
  valid_months smallint check (valid_months between 1 and 240),
  remind_days smallint not null check (remind_days between 0 and 365),
  primary key (policy_id, step)
);

create table trust.applications (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  state trust.application_state not null default 'submitted',
  submitted_at timestamptz not null,
  motivation text not null check (char_length(motivation) <= 1000),
  experience text not null check (char_length(experience) <= 1000),
  help_with text[] not null check (
    help_with <@ array['admin', 'medical', 'childcare', 'education', 'lifeline', 'housing', 'phone', 'paper']),
  -- When a coordinator approved or declined it, or the applicant withdrew it.
  decided_at timestamptz check (decided_at >= submitted_at),
  -- What the applicant is told about why it was declined.
  outcome_words text check (char_length(outcome_words) <= 1000),
  -- When an approved volunteer left.
  ended_at timestamptz check (ended_at >= decided_at),
  -- When the texts were forgotten.
  forgotten_at timestamptz,
  check ((state = 'submitted') = (decided_at is null)),
  check ((state = 'ended') = (ended_at is not null))
);
-- One way to approval at a time; who was declined, withdrew or left may apply again.
create unique index applications_one_current on trust.applications (person_id) where state in ('submitted', 'approved');
create index applications_by_person on trust.applications (person_id, submitted_at desc);
create index applications_waiting on trust.applications (submitted_at) where state = 'submitted';

create function trust.guard_application() returns trigger
language plpgsql
as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('submitted', 'approved'), ('submitted', 'declined'), ('submitted', 'withdrawn'), ('approved', 'ended')
  ) then
    raise exception 'an application does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_application before update on trust.applications
  for each row execute function trust.guard_application();

create table trust.interviews (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  starts_at timestamptz not null,
  duration_minutes smallint not null check (duration_minutes between 10 and 240),
  place trust.interview_place not null,
  -- The address to go to or the link to open.
  where_words text not null check (char_length(where_words) <= 500),
  scheduled_by uuid,
  scheduled_at timestamptz not null,
  -- Another time took its place, or the application was over before it was held.
  cancelled_at timestamptz,
  outcome trust.interview_outcome,
  outcome_by uuid,
  outcome_at timestamptz,
  -- For staff only.
  note text check (char_length(note) <= 4000),
  check ((outcome is null) = (outcome_at is null)),
  check (outcome is null or cancelled_at is null)
);
create unique index interviews_one_ahead on trust.interviews (person_id) where outcome is null and cancelled_at is null;
create index interviews_by_person on trust.interviews (person_id, starts_at desc);

-- A step somebody has taken. How long it holds is said by the policy in force, not here.
create table trust.completions (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  step trust.step not null,
  done_on date not null,
  -- The training's title.
  words text check (char_length(words) <= 200),
  -- The lines of the pledge that were ticked.
  pledge_lines text[],
  interview_id uuid references trust.interviews,
  recorded_by uuid,
  recorded_at timestamptz not null,
  check ((step = 'pledge') = (pledge_lines is not null)),
  check ((step = 'interview') = (interview_id is not null))
);
create index completions_by_person on trust.completions (person_id, step, done_on desc);

create table trust.restrictions (
  id uuid primary key default gen_random_uuid(),
  kind trust.restriction_kind not null,
  person_id uuid not null,
  -- The other of two people kept apart; the pair is stored in one order only.
  other_person_id uuid check (person_id < other_person_id),
  reason text not null check (char_length(reason) <= 1000),
  set_by uuid,
  since_at timestamptz not null,
  until_at timestamptz check (until_at >= since_at),
  lifted_by uuid,
  lift_reason text check (char_length(lift_reason) <= 1000),
  check ((kind = 'apart') = (other_person_id is not null)),
  constraint restrictions_once exclude using gist (
    person_id with =, kind with =, coalesce(other_person_id, person_id) with =, tstzrange(since_at, until_at) with &&)
);
create index restrictions_by_person on trust.restrictions (person_id, since_at desc);
create index restrictions_by_other on trust.restrictions (other_person_id) where other_person_id is not null;

-- Volunteer insurance runs from 1 April to 31 March; who joins in mid-year is covered from `starts_on`.
create table trust.insurance_years (
  person_id uuid not null,
  fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
  plan text not null check (char_length(plan) between 1 and 100),
  starts_on date not null,
  until_on date not null generated always as (make_date(fiscal_year + 1, 4, 1)) stored,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (person_id, fiscal_year),
  check (starts_on >= make_date(fiscal_year, 4, 1) and starts_on < make_date(fiscal_year + 1, 4, 1))
);

create table trust.concerns (
  id uuid primary key default gen_random_uuid(),
  about_person_id uuid,
  raised_by uuid,
  program text not null check (char_length(program) between 1 and 40),
  object_kind text not null check (char_length(object_kind) between 1 and 60),
  object_id text not null check (char_length(object_id) between 1 and 60),
  words text not null check (char_length(words) <= 4000),
  raised_at timestamptz not null,
  state trust.concern_state not null default 'raised',
  assessed_by uuid,
  assessed_at timestamptz,
  assessment text check (char_length(assessment) <= 2000),
  closed_by uuid,
  closed_at timestamptz,
  closing text check (char_length(closing) <= 2000),
  forgotten_at timestamptz,
  check ((state = 'closed') = (closed_at is not null)),
  check (state <> 'assessed' or assessed_at is not null)
);
create index concerns_under_way on trust.concerns (raised_at) where state <> 'closed';
create index concerns_by_person on trust.concerns (about_person_id, raised_at desc);

create function trust.guard_concern() returns trigger
language plpgsql
as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('raised', 'assessed'), ('raised', 'closed'), ('assessed', 'closed')
  ) then
    raise exception 'a concern does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_concern before update on trust.concerns
  for each row execute function trust.guard_concern();

-- Every decision about a person: who, when, why. Never changed but for forgetting the words.
create table trust.decisions (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  act trust.decision_act not null,
  by_person uuid,
  reason text check (char_length(reason) <= 1000),
  at timestamptz not null
);
create index decisions_by_person on trust.decisions (person_id, id desc);

create function trust.keep_decisions() returns trigger
language plpgsql
as $$
begin
  if new.reason is null and (to_jsonb(old) - 'reason') = (to_jsonb(new) - 'reason') then
    return new;
  end if;
  raise exception 'decisions are never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_decisions before update on trust.decisions
  for each row execute function trust.keep_decisions();

-- What somebody was already reminded of: once for each end of validity.
create table trust.renewal_reminders (
  person_id uuid not null,
  subject text not null check (subject in (
    'interview', 'training', 'pledge', 'identity_check', 'child_safety_check', 'insurance')),
  until_on date not null,
  reminded_at timestamptz not null,
  primary key (person_id, subject, until_on)
);

-- The policy in force at an instant.
create function trust.policy_at(at timestamptz) returns bigint
language sql stable
as $$
  select id from trust.policies where valid_from <= at order by valid_from desc, id desc limit 1
$$;

-- Who may be asked to help at an instant, and since when they are approved: every required step holds, nothing pauses
-- or suspends them, and insurance covers them where the policy needs it. Plain enough for the planner to take into the
-- query that asks; `at` is turned into a day in Japan's time.
create function trust.approved_volunteers(at timestamptz) returns table (person_id uuid, since_at timestamptz)
language sql stable
as $$
  select a.person_id, a.decided_at
  from trust.applications a
  where a.state in ('approved', 'ended') and a.decided_at <= at and (a.ended_at is null or a.ended_at > at)
    and not exists (
      select from trust.policy_steps s
      where s.policy_id = (select trust.policy_at(at)) and s.demand = 'required' and not exists (
        select from trust.completions c
        where c.person_id = a.person_id and c.step = s.step
          and c.done_on <= (at at time zone 'Asia/Tokyo')::date
          and (s.valid_months is null
            or (at at time zone 'Asia/Tokyo')::date < c.done_on + make_interval(months => s.valid_months))))
    and not exists (
      select from trust.restrictions r
      where r.person_id = a.person_id and r.kind in ('pause', 'suspension')
        and r.since_at <= at and (r.until_at is null or r.until_at > at))
    and (not (select p.needs_insurance from trust.policies p where p.id = (select trust.policy_at(at))) or exists (
      select from trust.insurance_years i
      where i.person_id = a.person_id and i.starts_on <= (at at time zone 'Asia/Tokyo')::date
        and i.until_on > (at at time zone 'Asia/Tokyo')::date))
$$;

-- The policy until an administrator changes it: interview, training and pledge, the last two renewed after three years
-- as comparable organizations do; insurance not demanded.
insert into trust.policies (valid_from, needs_insurance, made_at, reason)
  values ('2000-01-01T00:00:00+09:00', false, '2000-01-01T00:00:00+09:00', '');
insert into trust.policy_steps (policy_id, step, position, demand, valid_months, remind_days)
select p.id, s.* from trust.policies p, (values
  ('interview'::trust.step, 1::smallint, 'required'::trust.demand, null::smallint, 60::smallint),
  ('training', 2, 'required', 36, 60),
  ('pledge', 3, 'required', 36, 60),
  ('identity_check', 4, 'off', null, 60),
  ('child_safety_check', 5, 'off', 60, 90)) s;

grant usage on schema trust to otonari_app;
grant select, insert, update, delete on trust.policies, trust.policy_steps to otonari_app;
grant select, insert, update on trust.applications, trust.interviews, trust.restrictions, trust.concerns to otonari_app;
grant select, insert, update on trust.insurance_years to otonari_app;
grant select, insert, update (words) on trust.completions to otonari_app;
grant select, insert, update (reason) on trust.decisions to otonari_app;
grant select, insert, delete on trust.renewal_reminders to otonari_app;
grant execute on function trust.policy_at(timestamptz), trust.approved_volunteers(timestamptz) to otonari_app;
