-- What somebody proposes about themselves stands beside what another one has proposed about them: were it refused as waiting
-- already, it would tell them of a proposal of which they learn nothing (0016).
drop index people.staff_acts_open_once;
create unique index staff_acts_open_once on people.staff_acts (person_id, kind, detail, (proposed_by = person_id)) where state = 'open';
