-- Whose copy in the dispatch tables may no longer be true: one line for each change of something that the ranking reads,
-- written by the transaction that makes the change, whoever makes it. Only added to and taken away from, so that nobody
-- waits for anybody: a line is taken by whoever writes the copy anew, and until then Spot looks at the volunteer itself.
create table spot.dispatch_changes (
  id bigint generated always as identity primary key,
  volunteer_id uuid not null
);

-- The argument names the column that holds the person.
create function spot.note_dispatch_change() returns trigger
language plpgsql
as $$
begin
  insert into spot.dispatch_changes (volunteer_id) values ((to_jsonb(coalesce(new, old)) ->> tg_argv[0])::uuid);
  return null;
end $$;

create function spot.note_dispatch_visit() returns trigger
language plpgsql
as $$
begin
  insert into spot.dispatch_changes (volunteer_id)
  select volunteer_id from spot.assignments where id = (to_jsonb(coalesce(new, old)) ->> 'assignment_id')::uuid;
  return null;
end $$;

create trigger note_dispatch_change after insert or update or delete on people.persons
  for each row execute function spot.note_dispatch_change('id');
do $$
declare
  copied text;
begin
  foreach copied in array array[
    'people.roles', 'people.languages', 'people.household_members', 'people.weekly_availability',
    'people.availability_exceptions', 'people.pauses', 'trust.applications'] loop
    execute format('create trigger note_dispatch_change after insert or update or delete on %s
      for each row execute function spot.note_dispatch_change(''person_id'')', copied);
  end loop;
  foreach copied in array array['spot.offers', 'spot.assignments'] loop
    execute format('create trigger note_dispatch_change after insert or update or delete on %s
      for each row execute function spot.note_dispatch_change(''volunteer_id'')', copied);
  end loop;
end $$;
create trigger note_dispatch_visit after insert or update or delete on spot.visits
  for each row execute function spot.note_dispatch_visit();

-- Whoever was approved before this migration is copied like somebody who has just changed.
insert into spot.dispatch_changes (volunteer_id) select person_id from trust.applications where state = 'approved';

grant select, insert, delete on spot.dispatch_changes to otonari_app;
