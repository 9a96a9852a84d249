-- What people say when they apply, what staff note and decide about them, and concerns are sealed (0060). How long it may
-- be, the forms say.
alter domain platform.sealed_text drop constraint sealed_form;

alter table trust.applications
  drop constraint applications_motivation_check,
  drop constraint applications_experience_check,
  drop constraint applications_outcome_words_check,
  alter column motivation type platform.sealed_text,
  alter column experience type platform.sealed_text,
  alter column outcome_words type platform.sealed_text;
alter table trust.interviews
  drop constraint interviews_where_words_check,
  drop constraint interviews_note_check,
  alter column where_words type platform.sealed_text,
  alter column note type platform.sealed_text;
alter table trust.restrictions
  drop constraint restrictions_reason_check,
  drop constraint restrictions_lift_reason_check,
  alter column reason type platform.sealed_text,
  alter column lift_reason type platform.sealed_text;
alter table trust.concerns
  drop constraint concerns_words_check,
  drop constraint concerns_assessment_check,
  drop constraint concerns_closing_check,
  alter column words type platform.sealed_text,
  alter column assessment type platform.sealed_text,
  alter column closing type platform.sealed_text;
alter table trust.decisions
  drop constraint decisions_reason_check,
  alter column reason type platform.sealed_text;

alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid;
