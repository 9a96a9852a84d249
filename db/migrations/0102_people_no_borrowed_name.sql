-- Nobody is called by a part of their mail address: until the welcome page has asked for a name, there is none.
create or replace function people.actor(acting uuid, today date) returns table (name text, locale text, roles text[])
language sql stable
as $$
  select coalesce(p.preferred_name, p.name), p.locale,
    array(select r.role from people.roles r
          where r.person_id = p.id and r.since_on <= today and (r.until_on is null or r.until_on > today))
  from people.persons p
  where p.id = acting and p.access_ended_at is null and not p.is_child
$$;
