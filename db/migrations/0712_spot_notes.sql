-- What coordinators tell each other about a request, and to whom one of them hands it; forgotten with the request's texts.
create table spot.notes (
  id uuid primary key,
  request_id uuid not null references spot.support_requests on delete cascade,
  -- Empty once forgotten; a request can be handed over, or taken, without words.
  words platform.sealed_text,
  -- Who keeps the request from then on; null for a note.
  handed_to uuid,
  by_person uuid not null,
  at timestamptz not null
);
-- No samples of sealed words for the planner (0694).
alter table spot.notes alter column words set statistics 0;
create index notes_by_request on spot.notes (request_id, at);
grant select, insert, update (words) on spot.notes to otonari_app;
