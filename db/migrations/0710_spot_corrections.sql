-- Coordinators put right when, where and in which languages as well. Where that was and is now lies sealed beside the kind
-- of place, and is forgotten with the request.
alter table spot.corrections
  drop constraint corrections_field_check,
  add constraint corrections_field_check check (
    field in ('category', 'duration_minutes', 'possible_times', 'place', 'talk_languages')),
  add column was_words platform.sealed_text,
  add column becomes_words platform.sealed_text;
-- No samples of sealed words for the planner (0694).
alter table spot.corrections
  alter column was_words set statistics 0,
  alter column becomes_words set statistics 0;
grant update (was_words, becomes_words) on spot.corrections to otonari_app;
