-- The bytes of a file are encrypted with a key of its own, and lie in the store under a name that nobody is shown. The key
-- is sealed for its row: without the row, what is left in a store or a backup is of no use to anybody.
alter table platform.files
  -- Null for what was kept before: it lies there in plain, named by its id, until a start or the night seals it.
  add column name uuid unique,
  add column key platform.sealed_text,
  add constraint sealed_under_a_name check ((name is null) = (key is null));
create index files_in_plain on platform.files (id) where key is null;
create index files_due on platform.files (delete_after) where delete_after is not null;
