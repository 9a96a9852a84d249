-- Those who come nearest to a request are found from its place outward, not by looking at everybody who speaks its language.
create index dispatch_rows_by_nearness on spot.dispatch_rows using gist (list, point(east_meters, north_meters))
  where reach_kilometers >= 0;
create index dispatch_rows_by_nowhere on spot.dispatch_rows (list, volunteer_id) where reach_kilometers < 0;
