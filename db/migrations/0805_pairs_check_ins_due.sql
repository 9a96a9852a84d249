-- Check-ins that wait for an answer are counted on the desk without reading those of years.
create index check_ins_waiting on pairs.check_ins (answer_by) where answered_at is null;
