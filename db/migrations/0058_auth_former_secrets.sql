-- The next migrations seal words, and with them the secrets of authenticators, which only the program can open. Those of
-- before are kept aside here, encrypted as they are; the program seals them for their rows at its next start and deletes
-- this row (src/platform/sign-in/second-factor/former-secrets.ts), so that nobody of the staff is locked out.
insert into platform.settings (subject, value)
select 'former authenticators', jsonb_object_agg(person_id, sealed_secret)
from auth.authenticators
where sealed_secret <> '' and position('.' in sealed_secret) = 0
having count(*) > 0;
