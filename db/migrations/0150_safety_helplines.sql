-- What people of the organization found when they called a helpline: the list itself comes with the program.
create schema safety;

create table safety.helpline_checks (
  number text primary key,
  verified_on date,
  is_hidden boolean not null default false,
  checked_by uuid not null references people.persons,
  checked_at timestamptz not null
);

grant usage on schema safety to otonari_app;
grant select, insert, update on safety.helpline_checks to otonari_app;
