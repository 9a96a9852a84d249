-- What somebody has done to requests is theirs to have and to be erased: found by them, not by reading every act of five years.
create index transitions_by_person on spot.transitions (by_person) where by_person is not null;
