-- When something was last said in a conversation, with each who takes part: the order of their list, so that a page of it
-- is read without the rest. Kept by the message itself; the day it was joined until the first.
alter table conversations.participants add column last_at timestamptz not null default now();

create function conversations.begin_order() returns trigger language plpgsql as $$
begin
  new.last_at := greatest(new.joined_at,
    (select max(m.sent_at) from conversations.messages m where m.thread_id = new.thread_id));
  return new;
end $$;
create trigger begin_order before insert on conversations.participants
  for each row execute function conversations.begin_order();

create function conversations.keep_order() returns trigger language plpgsql as $$
begin
  update conversations.participants set last_at = new.sent_at
  where thread_id = new.thread_id and last_at < new.sent_at;
  return null;
end $$;
create trigger keep_order after insert on conversations.messages
  for each row execute function conversations.keep_order();

update conversations.participants p set last_at = greatest(p.joined_at,
  (select max(m.sent_at) from conversations.messages m where m.thread_id = p.thread_id));
create index participants_in_order on conversations.participants (person_id, last_at desc, thread_id desc);
