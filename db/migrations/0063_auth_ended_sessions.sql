-- Whoever may no longer listen hears nothing more at once, in every process: the open pages of a session are told when it
-- ends, whoever ends it. The topic is the one that `platform/live/endings.ts` names.
create function auth.tell_pages_of_ended_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', 'ended session:' || old.id);
  return null;
end $$;

create trigger ended_session_is_told after update of ended_at on auth.sessions
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function auth.tell_pages_of_ended_session();
create trigger deleted_session_is_told after delete on auth.sessions
  for each row when (old.ended_at is null)
  execute function auth.tell_pages_of_ended_session();
