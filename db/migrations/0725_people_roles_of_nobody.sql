-- A role of somebody whom there is not is refused by its foreign key, as it was before 0717: the order it would have is none.
create or replace function people.order_role() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select p.sort_key into new.sort_key from people.persons p where p.id = new.person_id for share;
  if not found then new.sort_key := ''; end if;
  return new;
end $$;
