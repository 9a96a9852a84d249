-- An expert has taken a matter on, and the yes is taken back: it is with the coordinator again. Until now it stood there as if an
-- expert still had it.
insert into platform.acts (noun, act, from_state, to_state) values
  ('consultations.matter', 'expert_refuses', 'expert_accepted', 'in_triage');
