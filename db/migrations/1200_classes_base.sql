-- Classes for children: courses of dated Saturdays, who teaches and helps on each, which children come, and who has a seat.
-- Persons belong to the module people; here they are ids only. Children have no accounts and are nobody's correspondents.
create schema classes;

create type classes.course_state as enum ('planned', 'open', 'over');
create table classes.courses (
  id uuid primary key default gen_random_uuid(),
  state classes.course_state not null default 'planned',
  begins_on date not null,
  ends_on date not null,
  -- How many children the room holds.
  room smallint not null check (room between 1 and 40),
  -- In years, on the first day.
  from_age smallint not null check (from_age between 3 and 15),
  to_age smallint not null check (to_age between 3 and 15),
  -- The street and the room: families and those who teach there read it, nobody else.
  address text not null check (char_length(address) between 1 and 300),
  -- By language: title, aims, area (whereabouts, for everybody).
  texts jsonb not null check (texts ? 'ja'),
  written_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  check (ends_on between begins_on and begins_on + 366),
  check (from_age <= to_age)
);
create index courses_in_order on classes.courses (begins_on desc, id desc);

create type classes.session_state as enum ('planned', 'open', 'under_way', 'over', 'reported', 'cancelled');
create type classes.cancel_reason as enum ('storm', 'trains', 'illness', 'too_few', 'other');
create table classes.sessions (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references classes.courses,
  state classes.session_state not null default 'planned',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room smallint not null check (room between 1 and 40),
  -- What is done in which order: kind, minutes, words.
  plan jsonb not null default '[]' check (jsonb_typeof(plan) = 'array'),
  -- How many children may come, as those who said yes allow; and how many seats are taken or offered. Both kept below.
  cap smallint not null default 0 check (cap >= 0),
  taken smallint not null default 0 check (taken >= 0),
  cancel_reason classes.cancel_reason,
  -- What it cost, once it is reported.
  cost_jpy integer check (cost_jpy between 0 and 1000000),
  created_at timestamptz not null,
  version integer not null default 1,
  check (ends_at > starts_at and ends_at <= starts_at + interval '8 hours'),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check (cost_jpy is null or state = 'reported')
);
create unique index sessions_once on classes.sessions (course_id, starts_at) where state <> 'cancelled';
create index sessions_in_order on classes.sessions (starts_at, id);
create index sessions_to_come on classes.sessions (starts_at, id) where state in ('planned', 'open', 'under_way');
create index sessions_of_course on classes.sessions (course_id, starts_at, id);

-- Who was asked to teach or help on a day, and what they said.
create type classes.helping as enum ('tutor', 'helper');
create type classes.answer as enum ('asked', 'yes', 'no', 'silent');
create table classes.commitments (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references classes.sessions,
  person_id uuid not null,
  role classes.helping not null,
  state classes.answer not null default 'asked',
  -- Whether everything holds on that day that classes ask of an adult near children: as trust said when it was last asked.
  is_vetted boolean not null default false,
  answer_by timestamptz not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- Whether they were there, once somebody has reported on the day.
  came boolean,
  -- When the day is over: what a commitment tells of somebody is kept by it.
  ends_at timestamptz not null,
  constraint commitments_once unique (session_id, person_id)
);
create index commitments_of_person on classes.commitments (person_id, ends_at desc);
create index commitments_unanswered on classes.commitments (answer_by) where state = 'asked';

-- A child. What a family says of them stands in columns and tables of their own.
create table classes.children (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null,
  -- When they left the last course: a year later all of it is deleted.
  left_at timestamptz
);
create index children_left on classes.children (left_at) where left_at is not null;

create type classes.enrolment_state as enum ('asked', 'trial', 'enrolled', 'declined', 'left');
create table classes.enrolments (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references classes.children on delete cascade,
  course_id uuid not null references classes.courses,
  state classes.enrolment_state not null default 'asked',
  asked_at timestamptz not null,
  -- When it last changed: an enrolment's place among others is by the first of its times.
  moved_at timestamptz not null,
  version integer not null default 1,
  constraint enrolments_once unique (course_id, child_id)
);
create index enrolments_of_child on classes.enrolments (child_id);
create index enrolments_asked on classes.enrolments (asked_at, id) where state = 'asked';

create type classes.seat_state as enum ('waiting', 'offered', 'taken', 'unsure', 'given_up');
create table classes.seats (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references classes.sessions,
  child_id uuid not null references classes.children on delete cascade,
  state classes.seat_state not null default 'waiting',
  is_trial boolean not null default false,
  -- In which order children are given seats.
  waiting_since timestamptz not null,
  -- Until when an offer is held.
  offered_until timestamptz,
  -- When they had a seat first; null while they have only waited.
  seated_at timestamptz,
  version integer not null default 1,
  check ((state = 'offered') = (offered_until is not null)),
  constraint seats_once unique (session_id, child_id)
);
create index seats_of_child on classes.seats (child_id, session_id);
create index seats_in_order on classes.seats (session_id, waiting_since, id) where state in ('waiting', 'unsure');
create index seats_offered on classes.seats (offered_until) where state = 'offered';

-- The history of a seat: every move is one line, and told once.
create table classes.seat_moves (
  id bigint generated always as identity primary key,
  session_id uuid not null references classes.sessions,
  seat_id uuid not null references classes.seats on delete cascade,
  act text not null,
  from_state classes.seat_state,
  to_state classes.seat_state not null,
  by_person uuid,
  by_house boolean not null default false,
  at timestamptz not null
);
create index seat_moves_of_seat on classes.seat_moves (seat_id, id);
create index seat_moves_of_session on classes.seat_moves (session_id, id);

-- Seats follow the vetted adults who said yes: two for each tutor, never more than the room holds, and none while fewer than
-- two vetted adults come. Counted under the session's lock, in a statement that begins after it is held.
create function classes.keep_cap(session uuid) returns void
language plpgsql
as $$
begin
  perform from classes.sessions where id = session for update;
  update classes.sessions s set cap = case when c.adults < 2 then 0 else least(s.room, 2 * c.tutors) end
  from (
    select count(*) as adults, count(*) filter (where role = 'tutor') as tutors
    from classes.commitments where session_id = session and state = 'yes' and is_vetted
  ) c
  where s.id = session
    and s.cap is distinct from (case when c.adults < 2 then 0 else least(s.room, 2 * c.tutors) end);
end $$;

create function classes.follow_commitments() returns trigger
language plpgsql
as $$
begin
  if tg_op <> 'INSERT' then perform classes.keep_cap(old.session_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.session_id <> old.session_id) then
    perform classes.keep_cap(new.session_id);
  end if;
  return null;
end $$;
create trigger follow_commitments after insert or delete or update of session_id, role, state, is_vetted
  on classes.commitments for each row execute function classes.follow_commitments();

create function classes.follow_room() returns trigger
language plpgsql
as $$
begin
  perform classes.keep_cap(new.id);
  return null;
end $$;
create trigger follow_room after update of room on classes.sessions for each row
  when (old.room is distinct from new.room) execute function classes.follow_room();

-- What takes a seat, whoever writes.
create function classes.keep_taken() returns trigger
language plpgsql
as $$
begin
  if tg_op <> 'INSERT' and old.state in ('taken', 'offered') then
    update classes.sessions set taken = taken - 1 where id = old.session_id;
  end if;
  if tg_op <> 'DELETE' and new.state in ('taken', 'offered') then
    update classes.sessions set taken = taken + 1 where id = new.session_id;
  end if;
  return null;
end $$;
create trigger keep_taken after insert or delete or update of state, session_id on classes.seats
  for each row execute function classes.keep_taken();

-- Never more seats than that, at the end of every transaction: a tutor who drops out and the seats that go with it are one.
-- A day that has begun keeps the children who are there.
create function classes.hold_seats() returns trigger
language plpgsql
as $$
begin
  if exists (select from classes.sessions
    where id = new.id and state in ('planned', 'open') and taken > cap) then
    raise exception 'more seats than vetted adults allow' using errcode = 'check_violation', constraint = 'seats_hold';
  end if;
  return null;
end $$;
create constraint trigger hold_seats after insert or update of taken, cap, state on classes.sessions
  deferrable initially deferred for each row execute function classes.hold_seats();

-- What a session counts is the database's to write.
create function classes.guard_counts() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    new.cap := 0;
    new.taken := 0;
  elsif pg_trigger_depth() < 2 and (new.cap is distinct from old.cap or new.taken is distinct from old.taken) then
    raise exception 'seats are counted by the database' using errcode = 'check_violation', constraint = 'seats_are_counted';
  end if;
  return new;
end $$;
create trigger guard_counts before insert or update of cap, taken on classes.sessions
  for each row execute function classes.guard_counts();

insert into platform.acts (noun, act, from_state, to_state) values
  ('classes.course', 'plan', null, 'planned'),
  ('classes.course', 'open', 'planned', 'open'),
  ('classes.course', 'end', 'open', 'over'),
  ('classes.session', 'plan', null, 'planned'),
  ('classes.session', 'open', 'planned', 'open'),
  ('classes.session', 'begin', 'open', 'under_way'),
  ('classes.session', 'end', 'under_way', 'over'),
  ('classes.session', 'report', 'over', 'reported'),
  ('classes.session', 'cancel', 'planned', 'cancelled'),
  ('classes.session', 'cancel', 'open', 'cancelled'),
  ('classes.commitment', 'ask', null, 'asked'),
  ('classes.commitment', 'say_yes', 'asked', 'yes'),
  ('classes.commitment', 'say_yes', 'silent', 'yes'),
  ('classes.commitment', 'say_yes', 'no', 'yes'),
  ('classes.commitment', 'say_no', 'asked', 'no'),
  ('classes.commitment', 'say_no', 'silent', 'no'),
  ('classes.commitment', 'say_no', 'yes', 'no'),
  ('classes.commitment', 'lapse', 'asked', 'silent'),
  ('classes.enrolment', 'ask', null, 'asked'),
  ('classes.enrolment', 'ask_again', 'declined', 'asked'),
  ('classes.enrolment', 'ask_again', 'left', 'asked'),
  ('classes.enrolment', 'invite', 'asked', 'trial'),
  ('classes.enrolment', 'enrol', 'asked', 'enrolled'),
  ('classes.enrolment', 'enrol', 'trial', 'enrolled'),
  ('classes.enrolment', 'decline', 'asked', 'declined'),
  ('classes.enrolment', 'leave', 'asked', 'left'),
  ('classes.enrolment', 'leave', 'trial', 'left'),
  ('classes.enrolment', 'leave', 'enrolled', 'left'),
  ('classes.seat', 'wait', null, 'waiting'),
  ('classes.seat', 'wait_again', 'given_up', 'waiting'),
  ('classes.seat', 'offer', 'waiting', 'offered'),
  ('classes.seat', 'give', 'waiting', 'taken'),
  ('classes.seat', 'take', 'offered', 'taken'),
  ('classes.seat', 'put_back', 'offered', 'waiting'),
  ('classes.seat', 'pass', 'offered', 'given_up'),
  ('classes.seat', 'unsettle', 'taken', 'unsure'),
  ('classes.seat', 'restore', 'unsure', 'taken'),
  ('classes.seat', 'give_up', 'waiting', 'given_up'),
  ('classes.seat', 'give_up', 'offered', 'given_up'),
  ('classes.seat', 'give_up', 'taken', 'given_up'),
  ('classes.seat', 'give_up', 'unsure', 'given_up');

do $$
declare
  noun record;
begin
  for noun in select * from (values
    ('courses', 'classes.course', 'a course'), ('sessions', 'classes.session', 'a session'),
    ('commitments', 'classes.commitment', 'a commitment'), ('enrolments', 'classes.enrolment', 'an enrolment'),
    ('seats', 'classes.seat', 'a seat')) as n (its_table, its_name, said)
  loop
    execute format('create trigger guard_birth before insert on classes.%I for each row
      execute function platform.guard_life(%L, %L)', noun.its_table, noun.its_name, noun.said);
    execute format('create trigger guard_life before update of state on classes.%I for each row
      when (old.state is distinct from new.state) execute function platform.guard_life(%L, %L)',
      noun.its_table, noun.its_name, noun.said);
  end loop;
end $$;

-- Nobody is near children without training, the pledge and the child safety check, whatever approval asks for.
insert into trust.policy_programs (policy_id, program, steps, needs_insurance)
select id, 'classes', array['training', 'pledge', 'child_safety_check']::trust.step[], false from trust.policies;

grant usage on schema classes to otonari_app;
grant select, insert, update, delete on all tables in schema classes to otonari_app;
grant usage on all sequences in schema classes to otonari_app;
revoke update on classes.seat_moves from otonari_app;
