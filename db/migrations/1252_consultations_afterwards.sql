-- What becomes of a consultation: the advice, written in Japanese and read by the expert before it goes; what is to be done by whom;
-- whether it has helped, after one month and after three.
create table consultations.advices (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  -- What the expert answers for.
  japanese platform.sealed_text not null,
  -- The same in the language of whoever has asked, and who made it of the Japanese.
  words platform.sealed_text not null,
  language text not null check (char_length(language) between 2 and 20),
  origin text not null check (origin in ('interpreter', 'expert', 'coordinator', 'machine')),
  written_by uuid not null,
  written_at timestamptz not null,
  -- By which name and licence the expert wants to be called who has read it.
  reader platform.sealed_text,
  read_at timestamptz,
  given_at timestamptz,
  check ((reader is null) = (read_at is null)),
  constraint advices_are_read_first check (given_at is null or read_at is not null)
);
alter table consultations.advices alter column japanese set statistics 0;
alter table consultations.advices alter column words set statistics 0;
alter table consultations.advices alter column reader set statistics 0;
create index advices_of_matter on consultations.advices (matter_id, written_at desc);
-- One is being written at a time.
create unique index advices_one_draft on consultations.advices (matter_id) where given_at is null;

create table consultations.tasks (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  -- `contact` is the next time that we speak.
  kind text not null check (kind in ('task', 'contact')),
  whose text not null check (whose in ('resident', 'coordinator', 'expert')),
  words platform.sealed_text not null,
  on_day date not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  told_at timestamptz,
  done_at timestamptz,
  check (kind = 'task' or whose = 'coordinator')
);
alter table consultations.tasks alter column words set statistics 0;
create index tasks_of_matter on consultations.tasks (matter_id, on_day, id);
create index tasks_to_come on consultations.tasks (on_day, id) where done_at is null and told_at is null;

-- Whether the advice has helped. Asked of whoever got it, so many months later.
create table consultations.questions (
  matter_id uuid not null references consultations.matters on delete cascade,
  months smallint not null check (months in (1, 3)),
  due_on date not null,
  asked_at timestamptz,
  answer text check (answer in ('yes', 'partly', 'no')),
  answered_at timestamptz,
  primary key (matter_id, months),
  check ((answer is null) = (answered_at is null))
);
create index questions_to_ask on consultations.questions (due_on, matter_id) where asked_at is null;

grant select, insert, update, delete on consultations.advices, consultations.tasks, consultations.questions to otonari_app;
