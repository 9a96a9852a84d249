-- What a family says of a child, and who answers for them. Guardian, fetcher and barred person are three facts of their own,
-- each with its days and with who said so. What is said in words lies sealed; what the snack list or the door needs at a
-- look is computed from it, never kept a second time.
create type classes.photo_consent as enum ('none', 'inside', 'no_face', 'public');

alter table classes.children
  -- The name used in class, languages at home, reading, school: sealed as one.
  add column said platform.sealed_text,
  -- The first of the month of birth, and whether it was the first of April: that child is a school year ahead of the others of the month.
  add column birth_month date check (extract(day from birth_month) = 1),
  add column is_first_of_april boolean not null default false check (not is_first_of_april or extract(month from birth_month) = 4),
  -- Who answers for them to us: the guardian who enrolled them, or who took it over. What is kept of the child goes with this person.
  add column answered_by uuid,
  add column photos classes.photo_consent not null default 'none',
  -- When it was said; null until a guardian was asked.
  add column photos_said_at timestamptz,
  add column photos_said_by uuid,
  -- When a guardian last said what there is to know of their health, or that there is nothing.
  add column care_said_at timestamptz,
  add constraint children_are_answered check (said is null or (answered_by is not null and birth_month is not null));
alter table classes.children alter column said set statistics 0;
create index children_answered_by on classes.children (answered_by) where answered_by is not null;

-- Who is a guardian of a child, with an account or without.
create table classes.guardianships (
  id uuid primary key,
  child_id uuid not null references classes.children on delete cascade,
  person_id uuid,
  -- Name, relation, telephone.
  said platform.sealed_text not null,
  may_fetch boolean not null default true,
  -- May open the child's page. A guardian who must not know the place is one all the same.
  may_see boolean not null default false check (not may_see or person_id is not null),
  -- Their own answer, asked and never judged: who decides what is done every day, who must not be told the place.
  custody platform.sealed_text,
  custody_said_at timestamptz,
  -- Whether somebody must not be told: a coordinator looks at it.
  hides_place boolean not null default false,
  looked_at timestamptz,
  from_on date not null,
  until_on date,
  said_by uuid not null,
  said_at timestamptz not null,
  check ((custody is null) = (custody_said_at is null)),
  check (until_on is null or until_on >= from_on),
  constraint guardianships_once unique (child_id, person_id)
);
alter table classes.guardianships alter column said set statistics 0, alter column custody set statistics 0;
create index guardianships_of_person on classes.guardianships (person_id, child_id) where person_id is not null;
create index guardianships_hiding on classes.guardianships (custody_said_at, id) where hides_place and looked_at is null;

-- Who else may fetch a child: for good, between two days, or on one day.
create table classes.fetchers (
  id uuid primary key,
  child_id uuid not null references classes.children on delete cascade,
  -- Name, relation, telephone.
  said platform.sealed_text not null,
  from_on date not null,
  until_on date,
  given_by uuid not null,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  check (until_on is null or until_on >= from_on),
  check ((revoked_at is null) = (revoked_by is null))
);
alter table classes.fetchers alter column said set statistics 0;
create index fetchers_of_child on classes.fetchers (child_id, from_on);

-- Whom a child is not handed over to, whoever else says they may fetch. Coordinators write and read it; the door is told the
-- name, and whom to call.
create table classes.bars (
  id uuid primary key,
  child_id uuid not null references classes.children on delete cascade,
  -- Name, how to know them, why, who said so, whom to call.
  said platform.sealed_text not null,
  from_on date not null,
  until_on date,
  barred_by uuid not null,
  barred_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  check (until_on is null or until_on >= from_on),
  check ((ended_at is null) = (ended_by is null))
);
alter table classes.bars alter column said set statistics 0;
create index bars_of_child on classes.bars (child_id, from_on);

-- What whoever is with the child must know of their health, with a consent that ends by itself. Never changed: what is said
-- anew is another note, which has to be read again.
create type classes.care_kind as enum ('allergy', 'food', 'health', 'medicine');
create table classes.care_notes (
  id uuid primary key,
  child_id uuid not null references classes.children on delete cascade,
  kind classes.care_kind not null,
  -- What it is, of which foods, what to do.
  said platform.sealed_text not null,
  consent_by uuid not null,
  consent_at timestamptz not null,
  consent_until date not null
);
alter table classes.care_notes alter column said set statistics 0;
create index care_notes_of_child on classes.care_notes (child_id, consent_until);

-- Which tutor has read which note for which day.
create table classes.care_readings (
  note_id uuid not null references classes.care_notes on delete cascade,
  session_id uuid not null references classes.sessions on delete cascade,
  person_id uuid not null,
  read_at timestamptz not null,
  primary key (note_id, session_id, person_id)
);
create index care_readings_of_session on classes.care_readings (session_id);

-- A child who comes has one guardian at least who may see what is kept of them.
create function classes.keep_guardian() returns trigger
language plpgsql
as $$
begin
  if exists (select from classes.children where id = old.child_id and said is not null and left_at is null)
    and not exists (select from classes.guardianships g where g.child_id = old.child_id and g.may_see and g.until_on is null) then
    raise exception 'a child has a guardian' using errcode = 'check_violation', constraint = 'children_have_a_guardian';
  end if;
  return null;
end $$;
create constraint trigger keep_guardian after delete or update of may_see, until_on on classes.guardianships
  deferrable initially deferred for each row execute function classes.keep_guardian();

grant select, insert, update, delete on classes.guardianships, classes.fetchers, classes.bars, classes.care_notes,
  classes.care_readings to otonari_app;
-- A note is said anew, never changed.
revoke update on classes.care_notes, classes.care_readings from otonari_app;
