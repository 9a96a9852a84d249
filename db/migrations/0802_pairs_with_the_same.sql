-- the former version meets: closures_the_same_is_again
-- Whoever says "again" when a pair is over may say that they would be with the same person again: said to the other by a
-- proposal alone, which there is only once both have said it.
alter table pairs.closures
  add column wants_same boolean not null default false,
  add constraint closures_the_same_is_again check (wants_again or not wants_same);
