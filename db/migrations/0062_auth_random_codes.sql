-- Codes and tokens are fresh randomness, kept as keyed hashes. Until now they followed from a row's id, and that id was
-- the form's key, chosen by the client: whoever had once seen a code could have it made again for somebody else's address.
-- So nothing that was handed out before is good any more: whoever is signed in signs in anew.
update auth.sessions set ended_at = now() where ended_at is null;
delete from auth.codes;

alter table auth.codes
  alter column id set default gen_random_uuid(),
  -- HMAC of the six digits, bound to row, address and time; null until the mail with them is written.
  add column code_hash bytea,
  -- HMAC of the form that asked, so that a press sent twice makes one code.
  add column form_hash bytea;
create index codes_by_form on auth.codes (form_hash) where form_hash is not null;
-- The program can name no id: the database makes it.
revoke insert on auth.codes from otonari_app;
grant insert (token_hash, form_hash, email, locale, back, created_at, expires_at) on auth.codes to otonari_app;
