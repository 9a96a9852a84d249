-- Somebody is always there who can mend things: the last administrator and the last coordinator stay. Whoever holds the
-- role without an end and may come in counts. Judged when a transaction ends, one transaction after the other, so that
-- two people can't put each other out at once.
create function people.refuse_no_one_left() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  gone text[];
  one text;
begin
  if tg_table_name = 'roles' then gone := array[old.role];
  else gone := array(select r.role from people.roles r where r.person_id = new.id and r.until_on is null);
  end if;
  foreach one in array gone loop
    continue when one not in ('administrator', 'coordinator');
    perform pg_advisory_xact_lock(hashtextextended('people.last ones', 0));
    if not exists (
      select from people.roles r join people.persons p on p.id = r.person_id
      where r.role = one and r.until_on is null and p.access_ended_at is null) then
      raise exception 'the last % stays', one using errcode = '23514', constraint = 'last_' || one || '_stays';
    end if;
  end loop;
  return null;
end $$;

create constraint trigger last_ones_stay after update of until_on or delete on people.roles
  deferrable initially deferred for each row when (old.until_on is null)
  execute function people.refuse_no_one_left();
create constraint trigger last_ones_stay after update of access_ended_at on people.persons
  deferrable initially deferred for each row when (old.access_ended_at is null and new.access_ended_at is not null)
  execute function people.refuse_no_one_left();
