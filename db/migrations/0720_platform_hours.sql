-- Opening hours and closures are the organization's, not Spot's: a setting of their own, under the subject `hours`.
create function platform.hours_in(value jsonb) returns jsonb
language sql immutable
as $$
  select coalesce(jsonb_object_agg(name, value -> name), '{}')
    from unnest(array['timeZone', 'openWeekdays', 'opensAt', 'closesAt', 'isClosedOnHolidays', 'yearlyClosures',
      'closedOn', 'openOn']) as name
   where value ? name
$$;

insert into platform.settings (subject, value, changed_at, changed_by)
select 'hours', platform.hours_in(value), changed_at, changed_by
  from platform.settings
 where subject = 'spot' and platform.hours_in(value) <> '{}'
    on conflict (subject) do nothing;

-- A former version that still runs beside this one reads and writes hours under `spot`: both stay the same. What is
-- written there without hours keeps those that stand; once no former version runs, the triggers can go.
create function platform.keep_hours_in_spot() returns trigger
language plpgsql
as $$
begin
  new.value := coalesce((select value from platform.settings where subject = 'hours'), '{}') || new.value;
  return new;
end
$$;

create function platform.keep_hours_same() returns trigger
language plpgsql
as $$
declare
  hours constant jsonb := platform.hours_in(new.value);
  kept platform.settings;
begin
  if hours = '{}' then
    return null;
  end if;
  select * into kept from platform.settings
   where subject = case new.subject when 'spot' then 'hours' else 'spot' end;
  if platform.hours_in(kept.value) is distinct from hours then
    insert into platform.settings (subject, value, changed_at, changed_by)
    values (case new.subject when 'spot' then 'hours' else 'spot' end, hours, new.changed_at, new.changed_by)
        on conflict (subject) do update
       set value = settings.value || excluded.value,
           changed_at = excluded.changed_at,
           changed_by = excluded.changed_by;
  end if;
  return null;
end
$$;

create trigger hours_in_spot before insert or update of value on platform.settings
  for each row when (new.subject = 'spot') execute function platform.keep_hours_in_spot();
create trigger hours_same after insert or update of value on platform.settings
  for each row when (new.subject in ('spot', 'hours')) execute function platform.keep_hours_same();
