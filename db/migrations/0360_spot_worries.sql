-- When coordinators had closed the worry that a resident told after a visit: until then the request waits for it.
alter table spot.visit_feedback add column worry_closed_at timestamptz;
