-- A story can begin from what another module holds (an event that was reported); then the organization tells it.
alter table stories.stories
  add column begun_from_kind text check (begun_from_kind ~ '^[a-z_]+\.[a-z_]+$'),
  add column begun_from_id uuid,
  add check ((begun_from_kind is null) = (begun_from_id is null)),
  drop constraint stories_part_check,
  add constraint stories_part_check check (part in ('resident', 'volunteer', 'pair', 'staff'));
create unique index stories_begun_once on stories.stories (begun_from_kind, begun_from_id) where ended_at is null;
