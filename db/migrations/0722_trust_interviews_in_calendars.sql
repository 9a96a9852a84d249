-- All times that an interview has had are one entry of a calendar, which it replaces by the one with the higher number.
alter table trust.interviews
  add column series_id uuid,
  add column sequence int not null default 0 check (sequence >= 0);
comment on column trust.interviews.series_id is 'The first interview of those that took each other''s place; empty for that one itself.';
