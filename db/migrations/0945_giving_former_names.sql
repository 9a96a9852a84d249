-- Banks go on writing the name of somebody who was merged: found by their keys is whoever stands for them.
drop index giving.donors_by_name_keys;
create index donors_by_name_keys on giving.donors using gin (name_keys) with (fastupdate = off) where forgotten_at is null;
drop index giving.donors_without_name_keys;
create index donors_without_name_keys on giving.donors (id) where name_keys is null and forgotten_at is null;
