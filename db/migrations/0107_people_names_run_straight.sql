-- What turns the writing around (U+202A to U+202E, U+2066 to U+2069) has no place in what stands
-- in titles, headers and lists.
create function people.runs_straight(words text) returns boolean language sql immutable as $$
  select words is null or words !~ '[\u202A-\u202E\u2066-\u2069]'
$$;
create function people.straighten(words text) returns text language sql immutable as $$
  select regexp_replace(words, '[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]', '', 'g')
$$;
update people.persons set name = people.straighten(name), preferred_name = nullif(people.straighten(preferred_name), ''),
    kana = nullif(people.straighten(kana), ''), romaji = nullif(people.straighten(romaji), ''),
    town = nullif(people.straighten(town), '')
  where not (people.runs_straight(name) and people.runs_straight(preferred_name) and people.runs_straight(kana)
    and people.runs_straight(romaji) and people.runs_straight(town));
drop function people.straighten(text);
alter table people.persons add constraint names_run_straight check (people.runs_straight(name)
  and people.runs_straight(preferred_name) and people.runs_straight(kana) and people.runs_straight(romaji)
  and people.runs_straight(town));
grant execute on function people.runs_straight(text) to otonari_app;
