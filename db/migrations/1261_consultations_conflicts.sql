-- Whether an expert knows somebody whom a matter touches: compared blindly before they read a word of it. Of what they know nothing
-- is kept, neither names nor what was made of them; only that it may be so, or is not.
create table consultations.conflict_checks (
  referral_id uuid primary key references consultations.referrals on delete cascade,
  matter_id uuid not null references consultations.matters on delete cascade,
  -- Few, since each tells a little.
  tries smallint not null default 0 check (tries between 0 and 3),
  -- The try that runs; its salt is made of it and kept nowhere.
  try_id uuid,
  begun_at timestamptz,
  until_at timestamptz,
  answer text check (answer in ('none', 'possible')),
  answered_at timestamptz,
  -- They would rather be asked by phone.
  call_wanted_at timestamptz,
  -- What a coordinator has found out in person.
  decision text check (decision in ('clear', 'conflict')),
  decided_by uuid,
  decided_at timestamptz,
  check ((try_id is null) = (until_at is null) and (try_id is null) = (begun_at is null)),
  constraint conflict_salts_live_minutes check (until_at <= begun_at + interval '10 minutes'),
  constraint conflict_answers_end_tries check (answer is null or try_id is null),
  check ((answer is null) = (answered_at is null)),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create index conflict_checks_of_matter on consultations.conflict_checks (matter_id);
create index conflict_checks_waiting on consultations.conflict_checks (answered_at, call_wanted_at)
  where decision is null and (answer = 'possible' or call_wanted_at is not null);

create function consultations.accept_only_checked() returns trigger
language plpgsql
as $$
begin
  if new.answer = 'accepted' and old.answer is null and not exists (
    select from consultations.conflict_checks c where c.referral_id = new.id
      and (c.decision = 'clear' or (c.answer = 'none' and c.decision is null))) then
    raise exception 'names are compared before a matter is taken on'
      using errcode = 'check_violation', constraint = 'referrals_are_checked_first';
  end if;
  return new;
end $$;
create trigger accept_only_checked before update of answer on consultations.referrals
  for each row execute function consultations.accept_only_checked();

grant select, insert, update, delete on consultations.conflict_checks to otonari_app;
