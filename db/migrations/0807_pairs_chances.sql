-- What the engine found for a resident who waits, kept until it is counted anew: a look at one's own page opens nobody else's application.
create table pairs.chances (
  application_id uuid primary key references pairs.applications on delete cascade,
  -- Of which version of the application it was counted.
  of_version integer not null,
  -- Who would fit and what would help, which tells what they wish; null where nobody knows where they live, or they are stopped.
  found platform.sealed_text,
  counted_at timestamptz not null
);
alter table pairs.chances alter column found set statistics 0;
grant select, insert, update, delete on pairs.chances to otonari_app;
