-- Who somebody is when they act on a day: no row for a child, and none for somebody whose access has ended. Plain
-- enough for the planner to take into a query of sessions, so that a request needs only one.
-- Before the welcome page has asked for a name, the first part of the address stands in, for their own menu.
create function people.actor(acting uuid, today date) returns table (name text, locale text, roles text[])
language sql stable
as $$
  select coalesce(p.preferred_name, nullif(p.name, ''), split_part(p.email, '@', 1), ''), p.locale,
    array(select r.role from people.roles r
          where r.person_id = p.id and r.since_on <= today and (r.until_on is null or r.until_on > today))
  from people.persons p
  where p.id = acting and p.access_ended_at is null and not p.is_child
$$;
grant execute on function people.actor(uuid, date) to otonari_app;
