-- The list of concerns: those under way first, then the newest; a page of it without the rest.
create index concerns_in_order on trust.concerns (state, (coalesce(closed_at, raised_at)) desc, id desc);
