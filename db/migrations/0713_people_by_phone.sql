-- Residents who have called and have no address: the desk asks them by telephone.
create index persons_by_phone_only on people.persons (id)
  where email is null and not is_child and erased_at is null;
