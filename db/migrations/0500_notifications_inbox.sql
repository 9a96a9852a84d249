-- What people are told: one row for each occasion, person and channel, so that nobody is told twice. Kinds and ids
-- only; whoever is told looks at the thing itself, if it is still theirs to see.
create schema notifications;

create type notifications.channel as enum ('inbox', 'mail');

create table notifications.notifications (
  id uuid primary key default gen_random_uuid(),
  -- What it is about, the same however often it is heard of: an event's id, or `visit-tomorrow:<assignment>`.
  occasion text not null check (char_length(occasion) between 1 and 100),
  person_id uuid not null references people.persons,
  channel notifications.channel not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  -- The request, conversation, concern or person that the page is about; null for a page of one's own.
  object_id uuid,
  created_at timestamptz not null,
  -- Inbox only.
  read_at timestamptz,
  -- Mail only: not sent before; handed over, or not sent after all because it was no longer theirs to know.
  due_at timestamptz,
  sent_at timestamptz,
  dropped_at timestamptz,
  constraint notifications_once unique (occasion, person_id, channel),
  check (channel = 'inbox' or read_at is null),
  check ((channel = 'mail') = (due_at is not null)),
  check (sent_at is null or dropped_at is null),
  check (channel = 'mail' or (sent_at is null and dropped_at is null))
);
create index notifications_in_inbox on notifications.notifications (person_id, created_at desc, id desc)
  where channel = 'inbox';
create index notifications_unread on notifications.notifications (person_id, kind, object_id)
  where channel = 'inbox' and read_at is null;
create index notifications_to_mail on notifications.notifications (person_id)
  where channel = 'mail' and sent_at is null and dropped_at is null;
create index notifications_by_age on notifications.notifications (created_at);

-- What somebody does not want on a channel; everything else they get.
create table notifications.opt_outs (
  person_id uuid not null references people.persons,
  kind_group text not null check (kind_group ~ '^[a-z_]+$'),
  channel notifications.channel not null,
  since_at timestamptz not null,
  primary key (person_id, kind_group, channel),
  check (channel <> 'inbox')
);

-- Hours of the day in Japan during which mail waits, over midnight when it ends earlier than it begins; the same hour
-- twice means none. Who has no row has the usual hours.
create table notifications.quiet_hours (
  person_id uuid primary key references people.persons,
  from_hour smallint not null check (from_hour between 0 and 23),
  until_hour smallint not null check (until_hour between 0 and 23),
  changed_at timestamptz not null
);

grant usage on schema notifications to otonari_app;
grant select, insert, update, delete on all tables in schema notifications to otonari_app;
