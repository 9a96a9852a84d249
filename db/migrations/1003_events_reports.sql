-- How it was, as those say who had seats: by the link of their mail, sealed as one. The latest answer of a registration counts.
create table events.answers (
  registration_id uuid primary key,
  event_id uuid not null references events.events,
  answers platform.sealed_text not null,
  answered_at timestamptz not null,
  foreign key (registration_id, event_id) references events.registrations (id, event_id) on delete cascade
);
alter table events.answers alter column answers set statistics 0;
create index answers_of_event on events.answers (event_id, answered_at desc, registration_id);

-- What stays of an event when nobody's registration is kept any more: figures, and what was learned for the next.
create table events.reports (
  event_id uuid primary key references events.events,
  figures jsonb not null,
  learned platform.sealed_text,
  reported_by uuid not null,
  reported_at timestamptz not null
);
alter table events.reports alter column learned set statistics 0;

grant select, insert, update, delete on events.answers, events.reports to otonari_app;
