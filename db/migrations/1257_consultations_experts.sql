-- Experts who advise for nothing. They have no account: who they are lies sealed, and what whom to ask is found by is in the open.
create table consultations.experts (
  id uuid primary key default gen_random_uuid(),
  -- Name, address, and the number under which their license can be looked up.
  person platform.sealed_text not null,
  license text not null check (license in ('lawyer', 'judicial_scrivener', 'administrative_scrivener', 'tax_accountant',
    'labor_attorney', 'doctor', 'psychologist', 'social_worker', 'other')),
  fields text[] not null check (cardinality(fields) > 0),
  languages text[] not null,
  hours_a_month smallint not null check (hours_a_month between 1 and 100),
  added_by uuid not null,
  added_at timestamptz not null,
  left_at timestamptz
);
alter table consultations.experts alter column person set statistics 0;
create index experts_who_advise on consultations.experts (added_at, id) where left_at is null;
grant select, insert, update, delete on consultations.experts to otonari_app;

-- Of the register from now on. Which expert it is tells no more than the field of the matter, which stands in the open too.
alter table consultations.referrals
  add column expert_id uuid references consultations.experts on delete set null,
  -- What it takes of the hours that an expert gives in a month.
  add column hours smallint not null default 1 check (hours between 1 and 20),
  -- `warm`: the coordinator comes along to the first talk. `cold`: they talk alone.
  add column manner text not null default 'warm' check (manner in ('warm', 'cold'));
create index referrals_of_expert on consultations.referrals (expert_id, asked_at);
