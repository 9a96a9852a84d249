-- Whoever has not proved an address yet is asked by one mail an event, however often a form is sent with it.
delete from events.registrations r using events.registrations newer
  where r.state = 'asked' and newer.state = 'asked' and newer.event_id = r.event_id and newer.email = r.email
    and (newer.created_at, newer.id) > (r.created_at, r.id);
create unique index registrations_asked_once on events.registrations (event_id, email) where state = 'asked';
-- What was never confirmed goes after days, not with the event.
create index registrations_asked on events.registrations (created_at) where state = 'asked';

-- An event that is postponed holds nothing for anybody: whoever had an offer waits again, at their place.
insert into platform.acts (noun, act, from_state, to_state) values
  ('events.registration', 'put_back', 'offered', 'waiting');
