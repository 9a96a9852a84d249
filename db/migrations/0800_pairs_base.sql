-- Half-year pairs: who applies, with whom a round pairs them, and what becomes of the two. Persons belong to the module
-- people, approvals of volunteers to trust; here they are ids only.
create schema pairs;

-- ── Applications ────────────────────────────────────────────────────────────────────────────────────────────────────
create type pairs.side as enum ('resident', 'volunteer');
create type pairs.application_state as enum (
  'submitted', 'accepted', 'ready', 'paused', 'declined', 'withdrawn', 'expired', 'ended');

create table pairs.applications (
  id uuid primary key default gen_random_uuid(),
  side pairs.side not null,
  -- Whoever applies, and is written to; others of a household stand among the members.
  person_id uuid not null,
  state pairs.application_state not null default 'submitted',
  -- Raised by every change.
  version integer not null default 1,
  submitted_at timestamptz not null,
  -- The coordinator who wrote it down for somebody on the telephone.
  entered_by uuid,
  purposes text[] not null,
  -- What else the engine pairs by, and what was answered: `facts.ts`.
  facts platform.sealed_text not null,
  emergency_contact platform.sealed_text,
  decided_at timestamptz,
  decided_by uuid,
  -- What the applicant is told about why not.
  outcome_words platform.sealed_text,
  -- Since when it waits in the pool; anew after a pair.
  ready_at timestamptz,
  paused_at timestamptz,
  -- Whole days of earlier pauses, since it is ready.
  paused_days integer not null default 0 check (paused_days >= 0),
  -- Proposals that came to nothing through no choice of theirs.
  fallen_through smallint not null default 0 check (fallen_through >= 0),
  -- How hard waiting is, as a coordinator judged it: 0 as for most, 3 hardest.
  need smallint not null default 0 check (need between 0 and 3),
  -- When they last did anything themselves, and since when they are asked whether they still wish to.
  heard_at timestamptz not null,
  asked_whether_at timestamptz,
  ended_at timestamptz,
  forgotten_at timestamptz
);
create index applications_in_order on pairs.applications (side, state, submitted_at, id);
create index applications_of_person on pairs.applications (person_id, submitted_at desc);
alter table pairs.applications
  alter column facts set statistics 0, alter column emergency_contact set statistics 0,
  alter column outcome_words set statistics 0;

-- Everybody whom an application is about, its applicant too. Nobody applies twice at once, alone or within a household.
create table pairs.members (
  application_id uuid not null references pairs.applications on delete cascade,
  person_id uuid not null,
  is_current boolean not null default true,
  primary key (application_id, person_id)
);
create unique index members_once on pairs.members (person_id) where is_current;

-- How many an application can be in at once: proposals and pairs of a volunteer; of a resident, proposals to choose from.
create table pairs.places (
  application_id uuid not null references pairs.applications on delete cascade,
  place smallint not null check (place between 1 and 3),
  primary key (application_id, place)
);

create function pairs.guard_application() returns trigger
language plpgsql
as $$
begin
  -- That a proposal came to nothing is nothing that its applicant did: they may not even know of it.
  if to_jsonb(new) - 'fallen_through' <> to_jsonb(old) - 'fallen_through' then
    new.version := old.version + 1;
  end if;
  update pairs.members set is_current = new.state in ('submitted', 'accepted', 'ready', 'paused')
    where application_id = new.id and is_current <> (new.state in ('submitted', 'accepted', 'ready', 'paused'));
  return new;
end $$;
create trigger guard_application before update on pairs.applications
  for each row execute function pairs.guard_application();

-- ── Pairs ───────────────────────────────────────────────────────────────────────────────────────────────────────────
create type pairs.pair_state as enum (
  'proposed', 'offered', 'introduction', 'active', 'paused', 'fell_through', 'completed', 'ended');
create type pairs.ending as enum ('planned', 'told', 'faded');

create table pairs.pairs (
  id uuid primary key default gen_random_uuid(),
  volunteer_application_id uuid not null references pairs.applications,
  resident_application_id uuid not null references pairs.applications,
  state pairs.pair_state not null default 'proposed',
  version integer not null default 1,
  -- The coordinator in whose care it is.
  coordinator_id uuid not null,
  round_id uuid,
  proposed_at timestamptz not null,
  -- Why these two: the engine's codes, and the coordinator's own words.
  reasons platform.sealed_text not null,
  fit smallint not null check (fit between 0 and 1000),
  -- Until when whoever is asked now may answer.
  answer_by timestamptz,
  -- Who wished for it after the introduction.
  volunteer_yes_at timestamptz,
  resident_yes_at timestamptz,
  started_on date,
  -- Six calendar months later, in Asia/Tokyo: the first day that is no longer of the pair.
  ends_on date check (ends_on > started_on),
  paused_on date,
  over_at timestamptz,
  ending pairs.ending,
  forgotten_at timestamptz,
  constraint pairs_are_of_two check (volunteer_application_id <> resident_application_id),
  constraint pairs_active_have_days check (
    state not in ('active', 'paused', 'completed', 'ended') or (started_on is not null and ends_on is not null)),
  constraint pairs_ended_say_how check ((ending is not null) = (state in ('completed', 'ended')))
);
-- A resident chooses among proposals; in a pair they are once.
create unique index pairs_of_resident_once on pairs.pairs (resident_application_id) where state in ('active', 'paused');
create index pairs_in_order on pairs.pairs (state, proposed_at, id);
create index pairs_of_resident on pairs.pairs (resident_application_id, proposed_at desc);
create index pairs_of_volunteer on pairs.pairs (volunteer_application_id, proposed_at desc);
alter table pairs.pairs alter column reasons set statistics 0;

-- Who holds which place by which pair, from the proposal on: nobody is in more than they said.
create table pairs.held_places (
  application_id uuid not null,
  place smallint not null,
  pair_id uuid not null references pairs.pairs on delete cascade,
  primary key (application_id, place),
  unique (pair_id, application_id),
  foreign key (application_id, place) references pairs.places
);

create function pairs.guard_pair() returns trigger
language plpgsql
as $$
begin
  new.version := old.version + 1;
  if new.state in ('fell_through', 'completed', 'ended') then
    delete from pairs.held_places where pair_id = new.id;
  end if;
  return new;
end $$;
create trigger guard_pair before update on pairs.pairs for each row execute function pairs.guard_pair();

-- A pair is seen by both of its applications from its first moment on.
create function pairs.check_places() returns trigger
language plpgsql
as $$
begin
  if (select state not in ('fell_through', 'completed', 'ended') from pairs.pairs where id = new.id)
     and (select count(*) from pairs.held_places where pair_id = new.id) <> 2 then
    raise exception 'a pair holds a place of both sides' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger pairs_hold_places after insert or update on pairs.pairs
  deferrable initially deferred for each row execute function pairs.check_places();

-- What was done to an application or a pair, by whom and when; `reason` is for staff alone.
create table pairs.steps (
  id bigint generated always as identity primary key,
  application_id uuid references pairs.applications on delete cascade,
  pair_id uuid references pairs.pairs on delete cascade,
  act text not null,
  by_person uuid,
  reason platform.sealed_text,
  at timestamptz not null,
  check ((application_id is null) <> (pair_id is null))
);
create index steps_of_application on pairs.steps (application_id, id) where application_id is not null;
create index steps_of_pair on pairs.steps (pair_id, id) where pair_id is not null;
alter table pairs.steps alter column reason set statistics 0;

grant usage on schema pairs to otonari_app;
grant select, insert, update, delete on
  pairs.applications, pairs.members, pairs.places, pairs.pairs, pairs.held_places to otonari_app;
grant select, insert, update, delete on pairs.steps to otonari_app;

insert into platform.acts (noun, act, from_state, to_state) values
  ('pairs.application', 'apply', null, 'submitted'),
  ('pairs.application', 'accept', 'submitted', 'accepted'),
  ('pairs.application', 'decline', 'submitted', 'declined'),
  ('pairs.application', 'make_ready', 'accepted', 'ready'),
  ('pairs.application', 'pause', 'ready', 'paused'),
  ('pairs.application', 'resume', 'paused', 'ready'),
  ('pairs.application', 'expire', 'ready', 'expired'),
  ('pairs.application', 'expire', 'paused', 'expired'),
  ('pairs.application', 'withdraw', 'submitted', 'withdrawn'),
  ('pairs.application', 'withdraw', 'accepted', 'withdrawn'),
  ('pairs.application', 'withdraw', 'ready', 'withdrawn'),
  ('pairs.application', 'withdraw', 'paused', 'withdrawn'),
  ('pairs.application', 'end', 'ready', 'ended'),
  ('pairs.application', 'end', 'paused', 'ended'),
  ('pairs.pair', 'propose', null, 'proposed'),
  ('pairs.pair', 'volunteer_accepts', 'proposed', 'offered'),
  ('pairs.pair', 'resident_accepts', 'offered', 'introduction'),
  ('pairs.pair', 'decline', 'proposed', 'fell_through'),
  ('pairs.pair', 'decline', 'offered', 'fell_through'),
  ('pairs.pair', 'decline', 'introduction', 'fell_through'),
  ('pairs.pair', 'lapse', 'proposed', 'fell_through'),
  ('pairs.pair', 'lapse', 'offered', 'fell_through'),
  ('pairs.pair', 'lapse', 'introduction', 'fell_through'),
  ('pairs.pair', 'begin', 'introduction', 'active'),
  ('pairs.pair', 'pause', 'active', 'paused'),
  ('pairs.pair', 'resume', 'paused', 'active'),
  ('pairs.pair', 'end', 'active', 'ended'),
  ('pairs.pair', 'end', 'paused', 'ended'),
  ('pairs.pair', 'complete', 'active', 'completed');

create trigger guard_birth before insert on pairs.applications for each row
  execute function platform.guard_life('pairs.application', 'an application');
create trigger guard_life before update of state on pairs.applications for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('pairs.application', 'an application');
create trigger guard_birth before insert on pairs.pairs for each row
  execute function platform.guard_life('pairs.pair', 'a pair');
create trigger guard_life before update of state on pairs.pairs for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('pairs.pair', 'a pair');

-- ── Applying: terms, signatures, consents, interviews, fees ─────────────────────────────────────────────────────────

-- ── Pool and rounds ─────────────────────────────────────────────────────────────────────────────────────────────────
create type pairs.round_state as enum ('draft', 'solved', 'published', 'discarded');

-- One look at everybody who waits, and whom it proposes to whom, until coordinators have published it.
create table pairs.rounds (
  id uuid primary key default gen_random_uuid(),
  state pairs.round_state not null default 'draft',
  -- Raised by whatever changes what a coordinator looks at.
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  -- The day up to which waiting is counted.
  held_on date not null,
  -- A municipality whose residents it is for; null for all.
  area text,
  weights_version text not null,
  -- Everybody in it as they were when it was solved, and what the engine says of them.
  input platform.sealed_text,
  result platform.sealed_text,
  solved_at timestamptz,
  -- The solving that was asked for and is not over, for whom, and how far it has got.
  solving_id uuid,
  solving_for uuid,
  solving_share real not null default 0 check (solving_share between 0 and 1),
  over_at timestamptz,
  forgotten_at timestamptz,
  constraint rounds_over_say_when check ((over_at is not null) = (state in ('published', 'discarded'))),
  constraint rounds_over_are_not_solved check (over_at is null or solving_id is null)
);
create index rounds_in_order on pairs.rounds (created_at desc, id);
alter table pairs.rounds alter column input set statistics 0, alter column result set statistics 0;
alter table pairs.pairs add foreign key (round_id) references pairs.rounds;

create type pairs.decision as enum ('pin', 'ban');

-- Two whom a coordinator wants to see together, or not at all.
create table pairs.round_decisions (
  round_id uuid not null references pairs.rounds on delete cascade,
  resident_application_id uuid not null references pairs.applications on delete cascade,
  volunteer_application_id uuid not null references pairs.applications on delete cascade,
  kind pairs.decision not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (round_id, resident_application_id, volunteer_application_id)
);
create unique index round_pins_once on pairs.round_decisions (round_id, resident_application_id) where kind = 'pin';

-- What was done to a round, by whom and about which two.
create table pairs.round_steps (
  id bigint generated always as identity primary key,
  round_id uuid not null references pairs.rounds on delete cascade,
  act text not null,
  by_person uuid,
  resident_application_id uuid,
  volunteer_application_id uuid,
  at timestamptz not null
);
create index round_steps_of_round on pairs.round_steps (round_id, id);

create trigger guard_birth before insert on pairs.rounds for each row
  execute function platform.guard_life('pairs.round', 'a round');
create trigger guard_life before update of state on pairs.rounds for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('pairs.round', 'a round');

insert into platform.acts (noun, act, from_state, to_state) values
  ('pairs.round', 'begin', null, 'draft'),
  ('pairs.round', 'settle', 'draft', 'solved'),
  ('pairs.round', 'settle', 'solved', 'solved'),
  ('pairs.round', 'publish', 'solved', 'published'),
  ('pairs.round', 'discard', 'draft', 'discarded'),
  ('pairs.round', 'discard', 'solved', 'discarded');

grant select, insert, update, delete on pairs.rounds, pairs.round_decisions, pairs.round_steps to otonari_app;

-- ── From the proposal to the pair: expectations, introductions ──────────────────────────────────────────────────────
alter table pairs.pairs
  -- When the resident was asked too; until then they know nothing of it.
  add column offered_at timestamptz,
  -- Since when the two cannot write to each other, because one of them wished so.
  add column writing_stopped_at timestamptz,
  -- Until when the coordinator to whom it was handed over looks at it.
  add column look_again_on date;
create unique index pairs_of_two_once on pairs.pairs (volunteer_application_id, resident_application_id)
  where state in ('proposed', 'offered', 'introduction', 'active', 'paused');
create index pairs_to_answer on pairs.pairs (answer_by) where answer_by is not null;

-- What each side expects, in six lines; the other reads it once both have written theirs.
create table pairs.expectations (
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  given platform.sealed_text not null,
  given_at timestamptz not null,
  primary key (pair_id, side)
);

-- When the two meet for the first time, with a coordinator.
create table pairs.introductions (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null unique references pairs.pairs on delete cascade,
  host_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null check (place in ('online', 'place')),
  where_words platform.sealed_text,
  -- Of the calendar entry: higher with every change.
  sequence integer not null default 0,
  set_by uuid,
  set_at timestamptz not null,
  called_off_at timestamptz
);
create index introductions_in_order on pairs.introductions (starts_at) where called_off_at is null;

-- By which of their ways a side lets the other reach them; the addresses stand in their profile.
create table pairs.given_contacts (
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  channels text[] not null,
  given_at timestamptz not null,
  primary key (pair_id, side)
);
alter table pairs.expectations alter column given set statistics 0;
alter table pairs.introductions alter column where_words set statistics 0;
grant select, insert, update, delete on
  pairs.expectations, pairs.introductions, pairs.given_contacts to otonari_app;

-- ── Six months, and their end ───────────────────────────────────────────────────────────────────────────────────────
-- That two met or talked, as either of them wrote it down; `month` is that of their time together, pauses left out.
create type pairs.activity_kind as enum ('met', 'online', 'talked');
create table pairs.activities (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  author_id uuid not null,
  kind pairs.activity_kind not null,
  happened_on date not null,
  month smallint not null check (month between 1 and 6),
  minutes smallint check (minutes between 1 and 1440),
  written_at timestamptz not null,
  unique (pair_id, happened_on, kind, author_id)
);

-- How it is for one side, asked at the end of a month; neither side reads the other's.
create table pairs.check_ins (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  month smallint not null check (month between 1 and 5),
  -- With a question more, because it went less well for this side before.
  is_deeper boolean not null,
  asked_at timestamptz not null,
  -- From then on it counts as missed; it may be answered all the same.
  answer_by timestamptz not null,
  answered_at timestamptz,
  answers platform.sealed_text,
  unique (pair_id, month, side)
);
create index check_ins_of_person on pairs.check_ins (person_id, asked_at desc);
alter table pairs.check_ins alter column answers set statistics 0;

create type pairs.alarm_kind as enum (
  'disagreement', 'no_first_contact', 'check_ins_missed', 'low_feeling', 'asked_for_money', 'solicited', 'unsafe',
  'wants_coordinator', 'staff_changed', 'gone_quiet');
-- What a coordinator has to look at; opened once for each cause, closed with words.
create table pairs.alarms (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  kind pairs.alarm_kind not null,
  -- Which month and side, or which day it is from: the same is never opened twice.
  cause text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  words platform.sealed_text,
  unique (pair_id, kind, cause),
  constraint alarms_are_closed_with_words check ((closed_at is null) = (closed_by is null))
);
create index alarms_open on pairs.alarms (opened_at, id) where closed_at is null;
alter table pairs.alarms alter column words set statistics 0;

-- How lonely somebody is, in the government's wording, before and 3, 6 and 12 months after the beginning. Optional.
create table pairs.loneliness (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  person_id uuid not null,
  month smallint not null check (month in (0, 3, 6, 12)),
  answers platform.sealed_text not null,
  answered_at timestamptz not null,
  unique (pair_id, person_id, month)
);
alter table pairs.loneliness alter column answers set statistics 0;

-- What became of it on average, counted by the program since nothing else opens the answers; nothing of fewer than five.
create table pairs.loneliness_means (
  month smallint primary key check (month in (3, 6, 12)),
  people integer not null check (people >= 5),
  before numeric(5, 2) not null,
  after numeric(5, 2) not null,
  -- Half of the width of the interval in which the mean change lies with 95 %.
  give_or_take numeric(5, 2) not null,
  counted_at timestamptz not null
);

-- What one side says when it is over, once.
create table pairs.closures (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  closed_at timestamptz not null,
  answers platform.sealed_text not null,
  -- To the other side: theirs once both have closed, or fourteen days after the end.
  last_page platform.sealed_text,
  wants_again boolean not null,
  -- Said to the other only when both do.
  stays_in_touch boolean not null,
  may_be_told boolean not null,
  unique (pair_id, side)
);
alter table pairs.closures alter column answers set statistics 0, alter column last_page set statistics 0;

-- Papers that were made, as they stand on the paper.
create table pairs.certificates (
  code text primary key check (code ~ '^[2-9A-HJ-NP-Z]{16}$'),
  pair_id uuid not null references pairs.pairs on delete cascade,
  person_id uuid not null,
  name platform.sealed_text not null,
  side pairs.side not null,
  started_on date not null,
  -- The last day.
  ended_on date not null,
  issued_at timestamptz not null,
  unique (pair_id, person_id)
);
alter table pairs.certificates alter column name set statistics 0;

grant select, insert, update, delete on
  pairs.activities, pairs.check_ins, pairs.alarms, pairs.loneliness, pairs.loneliness_means, pairs.closures,
  pairs.certificates to otonari_app;

-- ── A wish after a visit ────────────────────────────────────────────────────────────────────────────────────────────
-- Two who have met in a program: each may wish for half a year together, and neither learns of it unless both do. Both answers
-- are there from the first day on, sealed, of one length; nothing else changes with them.
create table pairs.meetings (
  id uuid primary key default gen_random_uuid(),
  resident_id uuid not null,
  volunteer_id uuid not null,
  -- The last time.
  met_at timestamptz not null,
  resident_wish platform.sealed_text not null,
  volunteer_wish platform.sealed_text not null,
  -- When both were told that both do.
  told_at timestamptz,
  unique (resident_id, volunteer_id)
);
create index meetings_of_volunteer on pairs.meetings (volunteer_id, met_at desc);
create index meetings_of_resident on pairs.meetings (resident_id, met_at desc);
create index meetings_untold on pairs.meetings (met_at) where told_at is null;
alter table pairs.meetings alter column resident_wish set statistics 0, alter column volunteer_wish set statistics 0;
grant select, insert, update, delete on pairs.meetings to otonari_app;
