-- Who was erased and when, by number only: a backup that is put back has the same erasures applied to it again. What is
-- in here is never changed or deleted.
create table platform.erasures (
  person_id uuid not null,
  asked_at timestamptz not null,
  erased_at timestamptz not null check (erased_at >= asked_at),
  -- A digest of the rules by which it was done: src/platform/rights.
  rule_version text not null,
  primary key (person_id, erased_at)
);

create function platform.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'erasures are never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete on platform.erasures
  for each row execute function platform.refuse_change();

grant select, insert on platform.erasures to otonari_app;
