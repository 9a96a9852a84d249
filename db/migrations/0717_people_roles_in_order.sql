-- Who holds a role is listed in the order of names: by an index, or everybody is read who does not hold it. The database
-- keeps the order beside the role, whoever writes; a name that changes at the same time is waited for.
alter table people.roles add column sort_key text not null default '' collate "C";
-- As where it comes from (0694): nothing of anybody's name stays with the planner.
alter table people.roles alter column sort_key set statistics 0;

create function people.order_role() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select p.sort_key into strict new.sort_key from people.persons p where p.id = new.person_id for share;
  return new;
end $$;
create trigger order_role before insert or update of person_id, sort_key on people.roles
  for each row execute function people.order_role();

create function people.order_roles() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update people.roles set sort_key = new.sort_key where person_id = new.id;
  return null;
end $$;
create trigger order_roles after update of sort_key on people.persons
  for each row when (new.sort_key is distinct from old.sort_key) execute function people.order_roles();

update people.roles r set sort_key = p.sort_key from people.persons p where p.id = r.person_id and p.sort_key <> '';

create index roles_in_order on people.roles (role, sort_key, person_id);
-- Who somebody is in every request: the index that keeps a role from being held twice finds it too, many times slower.
create index roles_by_person on people.roles (person_id);
