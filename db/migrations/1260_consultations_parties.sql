-- Whom a matter touches beside whoever has asked: with their part in it and every writing of their name that is known. Part and
-- names lie under the key of the matter; they are compared with what an expert knows, and shown to nobody else.
create table consultations.parties (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  party platform.sealed_text not null,
  entered_by uuid not null,
  entered_at timestamptz not null
);
alter table consultations.parties alter column party set statistics 0;
create index parties_of_matter on consultations.parties (matter_id, entered_at, id);

grant select, insert, delete on consultations.parties to otonari_app;
