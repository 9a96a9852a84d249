-- What lies ahead of somebody is found without reading what lies behind them.
create index support_requests_current on spot.support_requests (requester_id, submitted_at desc) where ended_at is null;
create index assignments_ahead on spot.assignments (volunteer_id, starts_at) where is_active;
