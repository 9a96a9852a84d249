-- Beside each line of the bank that waits stands whose name is like the payer's, without reading everybody's: names are found by
-- keys, which the program works out (suggest/name-keys.ts) soon after a name is new or changed.
alter table giving.donors add column name_keys text[];
alter table giving.donors alter column name_keys set statistics 0;
-- Looked at many times for each page: what is new waits in no list that each look would go through.
create index donors_by_name_keys on giving.donors using gin (name_keys) with (fastupdate = off)
  where merged_into is null and forgotten_at is null;
create index donors_without_name_keys on giving.donors (id)
  where name_keys is null and merged_into is null and forgotten_at is null;

create function giving.forget_name_keys() returns trigger language plpgsql as $$
begin
  new.name_keys := null;
  return new;
end $$;
create trigger forget_name_keys before update of name, kana on giving.donors
  for each row when (new.name is distinct from old.name or new.kana is distinct from old.kana)
  execute function giving.forget_name_keys();
