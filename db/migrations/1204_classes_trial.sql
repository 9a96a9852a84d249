-- After a trial visit a family may visit once more, or hear that there is no place: until now they could only be enrolled.
insert into platform.acts (noun, act, from_state, to_state) values
  ('classes.enrolment', 'invite', 'trial', 'trial'),
  ('classes.enrolment', 'decline', 'trial', 'declined');
create index enrolments_on_trial on classes.enrolments (moved_at, id) where state = 'trial';
