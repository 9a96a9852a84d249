insert into spot.legal_transitions (act, from_state, to_state) values ('resume', 'visited', 'in_progress');
