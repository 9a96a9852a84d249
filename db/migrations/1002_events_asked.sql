-- What was never confirmed goes after days, not with the event.
create index registrations_asked on events.registrations (created_at) where state = 'asked';

-- An event that is postponed holds nothing for anybody: whoever had an offer waits again, at their place.
insert into platform.acts (noun, act, from_state, to_state) values
  ('events.registration', 'put_back', 'offered', 'waiting');
