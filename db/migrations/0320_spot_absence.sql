-- Who was not there when a visit did not happen: told by the one who waited, or by a coordinator.
create type spot.absent_side as enum ('requester', 'volunteer');
alter table spot.assignments
  add column absent_side spot.absent_side,
  add constraint assignments_absence check ((absent_side is not null) <= (ended_because = 'no_show'));
