-- The copies for dispatch so that a search reads fewer of them: with half hours of the whole week instead of hours of six
-- days, so that nearly everybody returned fits; and in the order of the most points that somebody can have, so that
-- categories leave no doubt about where to stop. All copies are made anew: whoever holds an approval is noted as changed.
drop table spot.dispatch_rows;
delete from spot.dispatch_volunteers;
insert into spot.dispatch_changes (volunteer_id) select person_id from trust.applications where state = 'approved';

create table spot.dispatch_rows (
  volunteer_id uuid not null,
  list integer not null references spot.dispatch_lists,
  -- The square kilometer where they live, -1 when it is not known (src/matching/dispatch/memory/grid.ts).
  cell integer not null,
  -- Points without distance and with those for the category that brings most, rest as of the day of writing.
  most_points smallint not null,
  -- -1 for somebody without a place.
  reach_kilometers smallint not null,
  -- From the highest bit: the points for the category that brings most, categories known by skill (8), by practice (8).
  categories integer not null,
  -- What a request can need of somebody, a bit each (src/modules/spot/dispatch/traits.ts).
  traits_1 bigint not null,
  traits_2 bigint not null,
  traits_3 bigint not null,
  east_meters integer not null,
  north_meters integer not null,
  primary key (volunteer_id, list)
);

-- By place for visits, by points for help from afar; each with all that a search asks of a row.
create index dispatch_rows_by_cell on spot.dispatch_rows (list, cell, most_points desc)
  include (reach_kilometers, categories, traits_1, traits_2, traits_3, east_meters, north_meters, volunteer_id);
create index dispatch_rows_by_points on spot.dispatch_rows (list, most_points desc, volunteer_id)
  include (reach_kilometers, categories, traits_1, traits_2, traits_3, east_meters, north_meters);

grant select, insert, update, delete on spot.dispatch_rows to otonari_app;
