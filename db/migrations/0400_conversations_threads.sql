-- Words between people who are in something together. Coordinators can read every thread; nobody else can but its participants.
create schema conversations;

-- `asking`: a requester and the coordinators, about a request. `visit`: the requester and the volunteer who comes along.
create type conversations.thread_kind as enum ('asking', 'visit');

create table conversations.threads (
  id uuid primary key default gen_random_uuid(),
  kind conversations.thread_kind not null,
  subject_kind text not null,
  subject_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
-- One open conversation of a kind about a thing: a second opening finds the first.
create unique index threads_open_once on conversations.threads (kind, subject_kind, subject_id) where closed_at is null;

create table conversations.participants (
  thread_id uuid not null references conversations.threads,
  person_id uuid not null references people.persons,
  joined_at timestamptz not null,
  left_at timestamptz,
  read_at timestamptz,
  primary key (thread_id, person_id)
);
create index participants_by_person on conversations.participants (person_id) where left_at is null;

create table conversations.messages (
  id uuid primary key default gen_random_uuid(),
  thread_id uuid not null references conversations.threads,
  author_id uuid not null references people.persons,
  as_staff boolean not null default false,
  words text not null check (words <> '' and char_length(words) <= 4000),
  words_locale text not null,
  sent_at timestamptz not null
);
create index messages_in_order on conversations.messages (thread_id, sent_at, id);

grant usage on schema conversations to otonari_app;
grant select, insert, update on conversations.threads, conversations.participants to otonari_app;
grant select, insert, delete on conversations.messages to otonari_app;
