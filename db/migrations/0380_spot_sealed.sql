-- What was written about a request, by all sides, is sealed (0060). How long it may be, the forms say (MOST in types.ts).
alter domain platform.sealed_text drop constraint sealed_form;

alter table spot.support_requests
  drop constraint support_requests_check,
  drop constraint support_requests_japanese_words_check,
  drop constraint support_requests_place_name_check,
  drop constraint support_requests_exact_address_check,
  drop constraint support_requests_good_to_know_check,
  drop constraint support_requests_outcome_words_check,
  alter column own_words type platform.sealed_text,
  alter column japanese_words type platform.sealed_text,
  alter column place_name type platform.sealed_text,
  alter column exact_address type platform.sealed_text,
  alter column good_to_know type platform.sealed_text,
  alter column outcome_words type platform.sealed_text,
  add constraint support_requests_own_words_check check (own_words <> '' or forgotten_at is not null),
  add constraint support_requests_japanese_words_check check (japanese_words <> '');

alter table spot.transitions
  drop constraint transitions_reason_check,
  alter column reason type platform.sealed_text;
alter table spot.corrections
  drop constraint corrections_reason_check,
  alter column reason type platform.sealed_text;
alter table spot.visit_reports
  drop constraint visit_reports_done_words_check,
  drop constraint visit_reports_learned_words_check,
  alter column done_words type platform.sealed_text,
  alter column learned_words type platform.sealed_text;
alter table spot.visit_feedback
  drop constraint visit_feedback_thanks_words_check,
  drop constraint visit_feedback_unsafe_words_check,
  alter column thanks_words type platform.sealed_text,
  alter column unsafe_words type platform.sealed_text;

-- A photo that a draft names is kept: its id stays in sight, what was typed does not.
alter table spot.drafts add column photo_ids text[] not null default '{}';
update spot.drafts set photo_ids = array(select jsonb_array_elements_text(fields -> 'photoIds'))
  where jsonb_typeof(fields -> 'photoIds') = 'array';
alter table spot.drafts
  drop constraint drafts_fields_check,
  alter column fields type platform.sealed_text using fields::text;

alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid;
