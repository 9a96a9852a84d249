-- Donors are found by any part of a name, a reading or an address, by the pairs of characters in it (`people.grams`): looking for
-- one reads neither everybody nor every gift.
create index donors_by_grams on giving.donors using gin
  (people.grams(lower(name || ' ' || coalesce(kana, '') || ' ' || coalesce(email, ''))))
  where merged_into is null and forgotten_at is null;
-- As for name keys: nothing of anybody's name stays with the planner.
alter index giving.donors_by_grams alter column 1 set statistics 0;
