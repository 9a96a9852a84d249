-- What can be done to which noun, from where to where: the same as its life in the program (`defineLife`), which a test holds
-- beside it. The program reads it and cannot change it.
create table platform.acts (
  noun text not null,
  act text not null,
  -- Null: the noun begins here.
  from_state text,
  to_state text not null,
  unique nulls not distinct (noun, act, from_state)
);
grant select on platform.acts to otonari_app;

-- Lets a noun go only where its life leads. Said of a table once:
-- create trigger guard_life before update of state on … for each row when (old.state is distinct from new.state)
--   execute function platform.guard_life('spot.request', 'a request'), and `before insert` for where it begins.
create function platform.guard_life() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from platform.acts
      where noun = tg_argv[0] and from_state is null and to_state = new.state::text) then
      raise exception '% begins as %, not as %', tg_argv[1], (select string_agg(distinct to_state, ' or ')
        from platform.acts where noun = tg_argv[0] and from_state is null), new.state using errcode = 'check_violation';
    end if;
  elsif not exists (select from platform.acts
    where noun = tg_argv[0] and from_state = old.state::text and to_state = new.state::text) then
    raise exception '% does not go from % to %', tg_argv[1], old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

insert into platform.acts (noun, act, from_state, to_state) values
  ('trust.application', 'apply', null, 'submitted'),
  ('trust.application', 'approve', 'submitted', 'approved'),
  ('trust.application', 'decline', 'submitted', 'declined'),
  ('trust.application', 'withdraw', 'submitted', 'withdrawn'),
  ('trust.application', 'leave', 'approved', 'ended');

insert into platform.acts (noun, act, from_state, to_state) values
  ('trust.concern', 'raise', null, 'raised'),
  ('trust.concern', 'assess', 'raised', 'assessed'),
  ('trust.concern', 'close', 'assessed', 'closed');

drop trigger guard_application on trust.applications;
drop function trust.guard_application();
create trigger guard_life before update of state on trust.applications for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('trust.application', 'an application');

drop trigger guard_concern on trust.concerns;
drop function trust.guard_concern();
create trigger guard_birth before insert on trust.concerns for each row
  execute function platform.guard_life('trust.concern', 'a concern');
create trigger guard_life before update of state on trust.concerns for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('trust.concern', 'a concern');
