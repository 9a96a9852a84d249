-- In a step of its own: a new value is not used where it is added.
insert into spot.legal_transitions (act, from_state, to_state) values
  ('say_met', 'confirmed', 'visited'),
  ('say_met', 'in_progress', 'visited'),
  ('lapse', 'accepted', 'closed'),
  ('lapse', 'confirmed', 'closed'),
  ('lapse', 'in_progress', 'closed');
