-- A matter passed on to an expert: exactly what, to whom and until when, as whoever has asked agrees to it. Nobody is asked before
-- they have agreed; nobody reads a word before they have accepted, nor once it is over. Experts need no account: the link of a mail
-- is theirs.
create table consultations.referrals (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  -- Name, calling and address of the expert: to whom somebody turns tells what about.
  receiver platform.sealed_text not null,
  passes text[] not null check (passes <@ array['words', 'deadlines', 'name'] and cardinality(passes) > 0),
  -- The last day on which it is open.
  until_on date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_at timestamptz,
  asked_at timestamptz,
  answer text check (answer in ('accepted', 'refused')),
  reason text check (reason in ('conflict', 'no_time', 'other_field', 'language')),
  answered_at timestamptz,
  -- Taken back, by whoever has asked or by the coordinator.
  ended_at timestamptz,
  constraint referrals_are_agreed_first check (asked_at is null or agreed_at is not null),
  check (answer is null or asked_at is not null),
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'refused') = (reason is not null))
);
alter table consultations.referrals alter column receiver set statistics 0;
create index referrals_of_matter on consultations.referrals (matter_id, proposed_at desc, id desc);
-- One expert is asked at a time.
create unique index referrals_one_asked on consultations.referrals (matter_id)
  where asked_at is not null and answer is null and ended_at is null;

grant select, insert, update, delete on consultations.referrals to otonari_app;
