-- What somebody said, and all that they were ever in, is found without reading everybody's.
create index loneliness_of_person on pairs.loneliness (person_id);
create index members_of_person on pairs.members (person_id);
