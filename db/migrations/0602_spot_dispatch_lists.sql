-- The copies for dispatch in the form that is searched: narrow rows of one width, so that an index holds a million
-- volunteers in memory and a search reads nothing but indexes. All copies are made anew from what people, trust and spot
-- know: whoever holds an approval is noted as changed.
drop table spot.dispatch_rows;
delete from spot.dispatch_volunteers;
-- As text: it is only ever read as a whole, and jsonb would be written out anew each time.
alter table spot.dispatch_volunteers alter column facts type json using facts::json;
insert into spot.dispatch_changes (volunteer_id) select person_id from trust.applications where state = 'approved';

-- A task in a language, and how many can do it: only a hint at how a list is best read, counted once a day.
create table spot.dispatch_lists (
  list integer generated always as identity primary key,
  -- A language tag, or ja-easy for Easy Japanese.
  language text collate "C" not null,
  task text collate "C" not null,
  volunteers integer not null default 0,
  unique (language, task)
);

create table spot.dispatch_rows (
  volunteer_id uuid not null,
  list integer not null references spot.dispatch_lists,
  -- The square kilometer where they live, -1 when it is not known (src/matching/dispatch/memory/grid.ts).
  cell integer not null,
  east_meters integer not null,
  north_meters integer not null,
  -- -1 for somebody without a place.
  reach_meters integer not null,
  -- Hours of the week with any free time, 60 bits (src/matching/dispatch/memory/hours.ts).
  hours bigint not null,
  -- From the highest bit: level (3), gender (2), categories known by skill (8) and by practice (8).
  traits integer not null,
  -- Points without category and distance, rest as of the day of writing.
  score integer not null,
  primary key (volunteer_id, list)
);

-- By place for visits, by score for help from afar; each with all that a search asks of a row.
create index dispatch_rows_by_cell on spot.dispatch_rows (list, cell, score desc)
  include (traits, hours, east_meters, north_meters, reach_meters, volunteer_id);
create index dispatch_rows_by_score on spot.dispatch_rows (list, score desc, volunteer_id)
  include (traits, hours, east_meters, north_meters, reach_meters);

-- The earliest and the latest day as of which any row counts rest.
alter table spot.dispatch_day rename column scored_on to oldest_on;
alter table spot.dispatch_day add column newest_on integer not null default 0;

grant select, insert, update on spot.dispatch_lists to otonari_app;
grant select, insert, update, delete on spot.dispatch_rows to otonari_app;
