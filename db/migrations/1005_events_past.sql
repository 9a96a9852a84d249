-- What has been, for everybody: the latest first, without what was never public.
create index events_past on events.events (starts_at desc, id desc) where published_at is not null;
