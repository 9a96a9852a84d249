-- Who put a request to volunteers: a colleague whose page is older reads it before anything is done twice.
alter table spot.offers add column asked_by uuid;
