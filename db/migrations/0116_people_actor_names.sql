-- As `people.actor`, with the name in Latin letters as well: whoever reads English found their own name in the menu in
-- kanji. The older function stays for the version that runs beside this one.
create function people.actor_named(acting uuid, today date)
returns table (name text, romaji text, kana text, locale text, roles text[])
language sql stable
as $$
  select coalesce(p.preferred_name, nullif(p.name, ''), split_part(p.email, '@', 1), ''), p.romaji, p.kana, p.locale,
    array(select r.role from people.roles r
          where r.person_id = p.id and r.since_on <= today and (r.until_on is null or r.until_on > today))
  from people.persons p
  where p.id = acting and p.access_ended_at is null and not p.is_child
$$;
grant execute on function people.actor_named(uuid, date) to otonari_app;
