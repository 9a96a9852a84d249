-- The breaks somebody has planned that are not over on a day. A function, so that what else lets somebody rest is asked
-- for in the same question.
create function people.pauses_of(resting uuid, on_day date) returns table (from_on date, until_on date)
language sql stable
as $$
  select s.from_on, s.until_on from people.pauses s
  where s.person_id = resting and (s.until_on is null or s.until_on > on_day)
$$;
grant execute on function people.pauses_of(uuid, date) to otonari_app;
