-- the former version meets: consultations.day_people_once
-- Whom of a register somebody on a day is: nobody sits there twice. Empty where a name was typed before there were registers, or they are out of theirs.
alter table consultations.day_people add column register_id uuid;
create unique index day_people_once on consultations.day_people (day_id, register_id);
