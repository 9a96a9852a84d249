-- Requests of one kind of help in the order of lists: by this alone, every request of the house was read.
create index support_requests_by_category on spot.support_requests (category, submitted_at desc, id desc);
