-- the former version meets: facts_are_offices_by_field, facts_offices_say_more
-- Outside bodies that one can ask: legal aid, a shelter, the immigration office, counters of a city. Each is a fact of guides, so
-- that volunteers look after it as after any other number: there is no second verification. And what a coordinator lays before
-- whoever has asked: to go to one of them alone.
alter table guides.facts drop constraint facts_kind_check;
alter table guides.facts add constraint facts_kind_check
  check (kind in ('phone', 'hours', 'place', 'fee', 'deadline', 'link', 'other', 'office'));
alter table guides.facts
  add column fields text[] not null default '{}',
  -- Besides Japanese.
  add column languages text[] not null default '{}',
  add column phone text check (phone ~ '^[0-9#+][0-9 ()#-]{1,20}$'),
  add column cost text check (cost in ('free', 'first_free', 'paid', 'depends')),
  -- Who last found it so.
  add column verified_by uuid,
  add constraint facts_are_offices_by_field check ((kind = 'office') = (cardinality(fields) > 0)),
  add constraint facts_offices_say_more check (kind = 'office' or (languages = '{}' and phone is null and cost is null));
create index facts_offices on guides.facts (created_at desc, id desc) where kind = 'office';

-- Which office it is would tell what the matter is about: it lies with the words under the key of the matter. Nothing is sent to it.
create table consultations.office_referrals (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references consultations.matters on delete cascade,
  -- The office, its name as agreed to, and what to show there in Japanese and in the language of whoever has asked.
  office platform.sealed_text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_at timestamptz,
  -- What was said to whom there, if anything was.
  told platform.sealed_text,
  ended_at timestamptz,
  constraint offices_hear_nothing_before_a_yes check (told is null or agreed_at is not null)
);
alter table consultations.office_referrals alter column office set statistics 0;
alter table consultations.office_referrals alter column told set statistics 0;
create index office_referrals_of_matter on consultations.office_referrals (matter_id, proposed_at desc, id desc);
grant select, insert, update, delete on consultations.office_referrals to otonari_app;
