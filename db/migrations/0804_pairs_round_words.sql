-- What coordinators write for each other beside two whom a round proposes: it goes with the round.
create table pairs.round_words (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references pairs.rounds on delete cascade,
  resident_application_id uuid not null references pairs.applications on delete cascade,
  volunteer_application_id uuid not null references pairs.applications on delete cascade,
  words platform.sealed_text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  unique (round_id, resident_application_id, volunteer_application_id)
);
alter table pairs.round_words alter column words set statistics 0;
create index round_words_of_resident on pairs.round_words (resident_application_id);
create index round_words_of_volunteer on pairs.round_words (volunteer_application_id);
grant select, insert, update, delete on pairs.round_words to otonari_app;
