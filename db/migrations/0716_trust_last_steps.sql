-- When each volunteer who is approved has last taken each step, kept: whose time to renew has come is looked for by the day,
-- and worked out from all that everybody ever took it reads them all at every look. The database keeps it, whoever writes:
-- an approval that begins or ends, a step that is taken or forgotten. The program only reads it, and takes it away with its person.
create table trust.last_steps (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  step trust.step not null,
  -- Empty: never.
  done_on date,
  unique (person_id, step)
);
create index last_steps_in_order on trust.last_steps (step, done_on nulls first, id);
grant select, delete on trust.last_steps to otonari_app;

-- What `trust.last_steps` holds, worked out.
create view trust.last_steps_worked_out as
  select a.person_id, s.step, (select max(c.done_on) from trust.completions c where c.person_id = a.person_id and c.step = s.step) as done_on
  from trust.applications a cross join unnest(enum_range(null::trust.step)) as s (step)
  where a.state = 'approved';

-- Two transactions that change one volunteer's stand in a queue here: the second sees what the first has done.
create function trust.keep_last_steps_of(person uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('trust.last_steps/' || person, 0));
  insert into trust.last_steps as l (person_id, step, done_on)
    select w.person_id, w.step, w.done_on from trust.last_steps_worked_out w where w.person_id = person
    on conflict (person_id, step) do update set done_on = excluded.done_on where l.done_on is distinct from excluded.done_on;
  delete from trust.last_steps l
    where l.person_id = person and not exists (select from trust.last_steps_worked_out w where w.person_id = person);
end $$;
revoke execute on function trust.keep_last_steps_of(uuid) from public;

create function trust.keep_last_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then perform trust.keep_last_steps_of(old.person_id); end if;
  if tg_op <> 'DELETE' then perform trust.keep_last_steps_of(new.person_id); end if;
  return null;
end $$;
create trigger keep_last_steps after insert or update of state, person_id or delete on trust.applications
  for each row execute function trust.keep_last_steps();
create trigger keep_last_steps after insert or update of step, done_on, person_id or delete on trust.completions
  for each row execute function trust.keep_last_steps();

insert into trust.last_steps (person_id, step, done_on) select person_id, step, done_on from trust.last_steps_worked_out;
