-- How many of some people live in each municipality (JIS code) and are not away on a day. A function, so that who counts
-- approved volunteers needs no list of all of them first.
create function people.available_by_municipality(ids uuid[], on_day date)
returns table (municipality_code text, count bigint)
language sql stable
as $$
  select p.municipality_code, count(*)
  from people.persons p
  where p.id = any (ids) and p.municipality_code is not null and not exists (
    select from people.pauses s
    where s.person_id = p.id and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day))
  group by p.municipality_code
  order by p.municipality_code
$$;
grant execute on function people.available_by_municipality(uuid[], date) to otonari_app;
