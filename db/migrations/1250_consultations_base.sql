-- Consultations: what somebody can't solve alone and no neighbor can, with coordinators and experts. Persons belong to the module
-- people; here they are ids only. All words, notes and papers lie under a key of their matter, which lies sealed beside it: who
-- deletes the row deletes the words wherever a copy of them is left.
create schema consultations;

create type consultations.field as enum (
  'residence', 'work', 'housing', 'medical', 'child_rearing', 'education', 'welfare', 'family', 'money', 'law', 'mind', 'other');
create type consultations.urgency as enum ('today', 'this_week', 'can_wait');
create type consultations.state as enum (
  'received', 'in_triage', 'expert_asked', 'expert_accepted', 'appointed', 'advised', 'following', 'closed');
create type consultations.outcome as enum ('solved', 'referred', 'withdrawn', 'unreachable');

create table consultations.matters (
  id uuid primary key default gen_random_uuid(),
  -- By which it is called on every screen, in every mail and calendar: it says nothing.
  number integer generated always as identity (start with 1001) unique,
  resident_id uuid not null,
  -- Their name is shown to nobody until there is an appointment.
  is_anonymous boolean not null default false,
  field consultations.field not null,
  -- In which they would like to talk; やさしい日本語 is one.
  language text not null check (char_length(language) between 2 and 20),
  urgency consultations.urgency not null,
  state consultations.state not null default 'received',
  origin text not null check (origin in ('direct', 'spot', 'help_now')),
  responsible_id uuid,
  -- Its own key, wrapped.
  key platform.sealed_text not null,
  -- When and how it is safe to reach them.
  contact platform.sealed_text not null,
  -- Somebody may be in danger: it stands on top of the desk. Of what kind, only the sealed list says.
  in_danger boolean not null default false,
  dangers platform.sealed_text not null,
  -- Nothing leaves the house for this person while it is open: they look here themselves.
  is_quiet boolean not null default false,
  -- When somebody answers at the latest, as it was promised.
  answer_by timestamptz not null,
  answered_at timestamptz,
  outcome consultations.outcome,
  version integer not null default 1,
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (outcome is not null)),
  check (state in ('received', 'closed') or responsible_id is not null)
);
alter table consultations.matters alter column key set statistics 0;
alter table consultations.matters alter column contact set statistics 0;
alter table consultations.matters alter column dangers set statistics 0;
create index matters_of_resident on consultations.matters (resident_id, created_at desc, id desc);
create index matters_in_order on consultations.matters (created_at desc, id desc);
create index matters_by_responsible on consultations.matters (responsible_id) where state <> 'closed';
create index matters_open on consultations.matters (answer_by, id) where state <> 'closed';
create index matters_closed on consultations.matters (closed_at) where state = 'closed';

-- What was written in it: by the resident, to the resident, and among those who may open it.
create type consultations.entry_kind as enum ('words', 'reply', 'note');
create table consultations.entries (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  kind consultations.entry_kind not null,
  author_id uuid not null,
  words platform.sealed_text not null,
  at timestamptz not null
);
alter table consultations.entries alter column words set statistics 0;
create index entries_of_matter on consultations.entries (matter_id, at, id);

-- Papers and photos. They have no names: what they are called could tell.
create table consultations.files (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  file_id uuid not null,
  place smallint not null check (place between 1 and 40),
  brought_by uuid not null,
  at timestamptz not null,
  unique (matter_id, place)
);
create index files_by_file on consultations.files (file_id);

-- Who has opened it, as what: whoever it is about reads it. Nobody changes a row, or takes one away while its matter is there.
create table consultations.openings (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  person_id uuid not null,
  as_what text not null check (as_what in ('keeper', 'expert', 'glass')),
  -- Of an opening by somebody whose matter it is not: why, until when, for how long.
  reason platform.sealed_text,
  at timestamptz not null,
  until_at timestamptz,
  check ((as_what = 'glass') = (reason is not null)),
  check ((as_what = 'glass') = (until_at is not null)),
  check (until_at <= at + interval '3 hours')
);
alter table consultations.openings alter column reason set statistics 0;
create index openings_of_matter on consultations.openings (matter_id, at desc, id desc);
create index openings_of_person on consultations.openings (person_id, matter_id, at desc);

-- A second person has looked at an opening for which there had to be a reason.
create table consultations.reviews (
  opening_id uuid primary key references consultations.openings on delete cascade,
  reviewer_id uuid not null,
  verdict text not null check (verdict in ('in_order', 'not_in_order')),
  at timestamptz not null
);
create function consultations.refuse_own_review() returns trigger
language plpgsql
as $$
begin
  if exists (select from consultations.openings o
    where o.id = new.opening_id and (o.person_id = new.reviewer_id or o.as_what <> 'glass')) then
    raise exception 'an opening is reviewed by somebody else' using errcode = 'check_violation', constraint = 'reviews_by_another';
  end if;
  return new;
end $$;
create trigger refuse_own_review before insert on consultations.reviews
  for each row execute function consultations.refuse_own_review();

-- Days after which something is too late.
create table consultations.deadlines (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  kind text not null check (kind in ('visa', 'appeal', 'payment', 'court', 'moving_out', 'other')),
  on_day date not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  done_at timestamptz,
  -- How many days before it somebody was last told.
  told_days integer
);
create index deadlines_of_matter on consultations.deadlines (matter_id, on_day);
create index deadlines_to_come on consultations.deadlines (on_day, id) where done_at is null;

-- What was done about a danger, of what is to be done.
create table consultations.danger_checks (
  matter_id uuid not null references consultations.matters on delete cascade,
  item text not null check (item ~ '^[a-z_]{2,40}$'),
  by_person uuid not null,
  at timestamptz not null,
  primary key (matter_id, item)
);

-- What has happened with it, in order.
create table consultations.steps (
  id bigint generated always as identity primary key,
  matter_id uuid not null references consultations.matters on delete cascade,
  act text not null check (act ~ '^[a-z_]{2,40}$'),
  from_state consultations.state,
  to_state consultations.state not null,
  by_person uuid,
  at timestamptz not null
);
create index steps_of_matter on consultations.steps (matter_id, id);

-- ── Life ────────────────────────────────────────────────────────────────────────────────────────────────────────────
insert into platform.acts (noun, act, from_state, to_state) values
  ('consultations.matter', 'ask', null, 'received'),
  ('consultations.matter', 'take', 'received', 'in_triage'),
  ('consultations.matter', 'ask_expert', 'in_triage', 'expert_asked'),
  ('consultations.matter', 'ask_expert', 'expert_accepted', 'expert_asked'),
  ('consultations.matter', 'ask_expert', 'appointed', 'expert_asked'),
  ('consultations.matter', 'ask_expert', 'advised', 'expert_asked'),
  ('consultations.matter', 'ask_expert', 'following', 'expert_asked'),
  ('consultations.matter', 'expert_accepts', 'expert_asked', 'expert_accepted'),
  ('consultations.matter', 'expert_refuses', 'expert_asked', 'in_triage'),
  ('consultations.matter', 'appoint', 'in_triage', 'appointed'),
  ('consultations.matter', 'appoint', 'expert_accepted', 'appointed'),
  ('consultations.matter', 'appoint', 'advised', 'appointed'),
  ('consultations.matter', 'appoint', 'following', 'appointed'),
  ('consultations.matter', 'call_off', 'appointed', 'in_triage'),
  ('consultations.matter', 'advise', 'in_triage', 'advised'),
  ('consultations.matter', 'advise', 'expert_accepted', 'advised'),
  ('consultations.matter', 'advise', 'appointed', 'advised'),
  ('consultations.matter', 'advise', 'following', 'advised'),
  ('consultations.matter', 'follow', 'advised', 'following'),
  ('consultations.matter', 'close', 'in_triage', 'closed'),
  ('consultations.matter', 'close', 'expert_asked', 'closed'),
  ('consultations.matter', 'close', 'expert_accepted', 'closed'),
  ('consultations.matter', 'close', 'appointed', 'closed'),
  ('consultations.matter', 'close', 'advised', 'closed'),
  ('consultations.matter', 'close', 'following', 'closed'),
  ('consultations.matter', 'withdraw', 'received', 'closed'),
  ('consultations.matter', 'withdraw', 'in_triage', 'closed'),
  ('consultations.matter', 'withdraw', 'expert_asked', 'closed'),
  ('consultations.matter', 'withdraw', 'expert_accepted', 'closed'),
  ('consultations.matter', 'withdraw', 'appointed', 'closed'),
  ('consultations.matter', 'withdraw', 'advised', 'closed'),
  ('consultations.matter', 'withdraw', 'following', 'closed'),
  ('consultations.matter', 'reopen', 'closed', 'in_triage');
create trigger guard_birth before insert on consultations.matters for each row
  execute function platform.guard_life('consultations.matter', 'a matter');
create trigger guard_life before update of state on consultations.matters for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('consultations.matter', 'a matter');

grant usage on schema consultations to otonari_app;
grant select, insert, update, delete on all tables in schema consultations to otonari_app;
revoke update, delete on consultations.openings, consultations.reviews from otonari_app;
