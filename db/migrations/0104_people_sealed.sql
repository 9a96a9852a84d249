-- What somebody says of themselves in their own words, and why roles were given and ended, is sealed (0060). How long it
-- may be, the forms say.
alter domain platform.sealed_text drop constraint sealed_form;
alter table people.persons
  drop constraint persons_about_check,
  alter column about type platform.sealed_text;
alter table people.roles
  drop constraint roles_grant_reason_check,
  drop constraint roles_end_reason_check,
  alter column grant_reason type platform.sealed_text,
  alter column end_reason type platform.sealed_text;
alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid;
