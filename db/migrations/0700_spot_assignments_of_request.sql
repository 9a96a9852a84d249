-- Who comes to a request: asked on every page of one, and answered until now by reading all visits there ever were.
create index assignments_by_request on spot.assignments (request_id);
