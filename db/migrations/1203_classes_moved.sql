-- A day of a class is moved to another date: whoever said yes or no said it of the old one, and is asked anew.
alter table classes.sessions
  -- When it was to begin before it was moved last.
  add column moved_from timestamptz;

insert into platform.acts (noun, act, from_state, to_state) values
  ('classes.commitment', 'ask_anew', 'asked', 'asked'),
  ('classes.commitment', 'ask_anew', 'silent', 'asked'),
  ('classes.commitment', 'ask_anew', 'yes', 'asked'),
  ('classes.commitment', 'ask_anew', 'no', 'asked'),
  ('classes.seat', 'hold', 'taken', 'unsure'),
  ('classes.seat', 'take_back', 'offered', 'waiting');
