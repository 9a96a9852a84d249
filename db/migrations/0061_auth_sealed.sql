-- The secret of an authenticator is sealed for its row like words (0060), so that it outlives a change of SECRET. What was
-- sealed in the form before can't be opened from here: whoever has such an app is let in again by an administrator.
alter domain platform.sealed_text drop constraint sealed_form;
update auth.authenticators set sealed_secret = '';
alter table auth.authenticators alter column sealed_secret type platform.sealed_text;
alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid;
