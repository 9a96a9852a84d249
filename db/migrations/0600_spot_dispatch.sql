-- Dispatch at scale: every approved volunteer once with what the ranking knows of them, and once for each task that
-- they can do in a language, so that the best of a million are found by reading a few pages of an index. Both tables
-- are copies of what people, trust and spot know; they can be emptied and written again at any time.
create table spot.dispatch_volunteers (
  volunteer_id uuid primary key,
  -- The volunteer as src/matching/dispatch/types.ts has them; the ranking itself reads nothing else.
  facts jsonb not null
);

-- The day as of which all scores count rest: one row.
create table spot.dispatch_day (
  is_only boolean primary key default true check (is_only),
  scored_on integer not null
);
insert into spot.dispatch_day (scored_on) values (0);

create table spot.dispatch_rows (
  volunteer_id uuid not null,
  -- A language tag, or ja-easy for Easy Japanese.
  language text collate "C" not null,
  task text collate "C" not null,
  -- The square kilometer where they live, -1 when it is not known (src/matching/dispatch/memory/grid.ts).
  cell integer not null,
  -- Points without category and distance, and how many of them are for rest as of dispatch_day.
  score smallint not null,
  rest smallint not null,
  level smallint not null,
  gender smallint not null,
  -- Categories known, as bits in the order of spot.category.
  skills smallint not null,
  practice smallint not null,
  east_meters integer not null,
  north_meters integer not null,
  -- -1 for somebody without a place.
  reach_meters integer not null,
  -- Hours of the week with any free time (src/matching/dispatch/memory/hours.ts).
  early_hours integer not null,
  late_hours integer not null,
  -- Epoch days.
  asked_on integer,
  served_on integer,
  primary key (volunteer_id, language, task)
);

-- Everything that a search reads lies in the indexes, so that it never visits the table: by place for visits, by
-- score for help from afar, and by score among those who know a category, who get points for it.
create index dispatch_rows_by_cell on spot.dispatch_rows (language, task, cell, score desc)
  include (volunteer_id, level, gender, skills, practice, rest, asked_on, served_on,
    east_meters, north_meters, reach_meters, early_hours, late_hours);
create index dispatch_rows_by_score on spot.dispatch_rows (language, task, score desc)
  include (volunteer_id, level, gender, skills, practice, rest, asked_on, served_on,
    east_meters, north_meters, reach_meters, early_hours, late_hours);
do $$ begin
  for bit in 0..7 loop
    execute format(
      'create index dispatch_rows_by_score_%s on spot.dispatch_rows (language, task, score desc)
         include (volunteer_id, level, gender, skills, practice, rest, asked_on, served_on,
           east_meters, north_meters, reach_meters, early_hours, late_hours)
         where ((skills | practice) & %s) <> 0',
      (enum_range(null::spot.category))[bit + 1], 1 << bit);
  end loop;
end $$;

grant select, insert, update, delete on spot.dispatch_volunteers, spot.dispatch_rows, spot.dispatch_day to otonari_app;
