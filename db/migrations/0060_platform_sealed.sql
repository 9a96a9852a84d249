-- Words that can tell of somebody's health, status or safety are sealed by the program before they come here, each for its
-- own row and column (src/platform/sealed). Where the program forgot to, the column refuses them.
create function platform.is_sealed(words text) returns boolean
language sql immutable
as $$ select words = '' or words ~ '^[A-Za-z0-9_-]{8}\.[A-Za-z0-9_-]{39,}$' $$;

-- As varchar, which nothing else is: so the row types tell sealed words from text, and stores can't mistake one for the other.
-- Not valid: what was written before is sealed by the program at its next start, which then validates the constraint.
-- A migration that gives a column this type does the same: it drops the constraint, and adds it again as not valid.
create domain platform.sealed_text as varchar;
alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid;

-- How much somebody may type is for the forms to say; sealed, it is longer by a third and forty characters.
alter table platform.kept_forms
  alter column fields type platform.sealed_text using fields::text;
