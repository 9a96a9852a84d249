-- A visit of which nobody says whether it took place ends by itself; before that both are asked, and one may say so for both.
alter type spot.request_act add value 'say_met' after 'check_out';
alter type spot.request_act add value 'lapse' after 'close';
alter type spot.assignment_end add value 'unknown';
alter table spot.assignments add column whether_met_asked_at timestamptz;
