-- What a program asks of approved volunteers on top of what makes one, by version of the policy: as data, so that a
-- program can go on asking for a training that approval itself asks for no longer.
create table trust.policy_programs (
  policy_id bigint not null references trust.policies on delete cascade,
  program text not null,
  steps trust.step[] not null,
  needs_insurance boolean not null,
  primary key (policy_id, program)
);

-- Who may be asked by a program at an instant: approved, and everything holds that it asks for.
create function trust.approved_volunteers_for(asking text, at timestamptz) returns table (person_id uuid)
language sql stable
as $$
  select v.person_id
  from trust.approved_volunteers(at) v
  where not exists (
    select from trust.policy_programs p
    where p.policy_id = (select trust.policy_at(at)) and p.program = asking and (
      exists (
        select from unnest(p.steps) as asked(step)
        left join trust.policy_steps s on s.policy_id = p.policy_id and s.step = asked.step
        where not exists (
          select from trust.completions c
          where c.person_id = v.person_id and c.step = asked.step
            and c.done_on <= (at at time zone 'Asia/Tokyo')::date
            and (s.valid_months is null
              or (at at time zone 'Asia/Tokyo')::date < c.done_on + make_interval(months => s.valid_months))))
      or p.needs_insurance and not exists (
        select from trust.insurance_years i
        where i.person_id = v.person_id and i.starts_on <= (at at time zone 'Asia/Tokyo')::date
          and i.until_on > (at at time zone 'Asia/Tokyo')::date)))
$$;

-- Training is the one standard that foretold how long pairs last: half-year pairs ask for it whatever approval does.
insert into trust.policy_programs (policy_id, program, steps, needs_insurance)
select id, 'pairs', array['training']::trust.step[], false from trust.policies;

grant select, insert on trust.policy_programs to otonari_app;
grant execute on function trust.approved_volunteers_for(text, timestamptz) to otonari_app;
