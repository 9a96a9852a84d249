-- How many lines of somebody's inbox they have not read. A function, so that it stands in the one query that finds who is
-- asking: every page shows it.
create function notifications.unread(person uuid) returns bigint
language sql stable
as $$
  select count(*) from notifications.notifications where person_id = person and channel = 'inbox' and read_at is null
$$;
grant execute on function notifications.unread(uuid) to otonari_app;
