-- The desk looks through all requests, the finished ones too, the newest first: by what they are about, where, and who
-- keeps them. Each list is read as far as a page goes.
create index support_requests_in_order on spot.support_requests (submitted_at desc, id desc);
create index support_requests_by_state on spot.support_requests (state, submitted_at desc, id desc);
create index support_requests_by_municipality on spot.support_requests (municipality_code, submitted_at desc, id desc);
create index support_requests_by_coordinator on spot.support_requests (coordinator_id, submitted_at desc, id desc);
