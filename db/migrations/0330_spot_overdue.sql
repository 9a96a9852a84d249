-- A visit can be overdue before anybody has checked in: that a coordinator was told belongs to the assignment.
alter table spot.visits drop column overdue_told_at;
alter table spot.assignments add column overdue_told_at timestamptz;
create index assignments_unfinished on spot.assignments (ends_at) where is_active and overdue_told_at is null;
