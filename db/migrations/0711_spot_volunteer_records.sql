-- What a volunteer has done so far, kept: ranking asks it of a hundred volunteers at once, and counted anew it is all
-- that they did in five years. The transaction that changes a visit counts its volunteer anew; the kind of help is
-- settled before the visit begins.
create table spot.volunteer_records (
  volunteer_id uuid primary key,
  visits_done integer not null default 0,
  practiced spot.category[] not null default '{}',
  last_served_at timestamptz
);
grant select, insert, update on spot.volunteer_records to otonari_app;

-- Two transactions that change visits of one volunteer stand in a queue here: the second counts what the first has done.
create function spot.keep_volunteer_record(volunteer uuid) returns void
language plpgsql
as $$
begin
  insert into spot.volunteer_records (volunteer_id) values (volunteer) on conflict do nothing;
  perform from spot.volunteer_records where volunteer_id = volunteer for update;
  update spot.volunteer_records k
  set (visits_done, practiced, last_served_at) = (
    select count(*), coalesce(array_agg(distinct r.category order by r.category), '{}'), max(s.checked_out_at)
    from spot.assignments a
    join spot.visits s on s.assignment_id = a.id and s.checked_out_at is not null
    join spot.support_requests r on r.id = a.request_id
    where a.volunteer_id = volunteer)
  where k.volunteer_id = volunteer;
end $$;

create function spot.keep_record_of_visit() returns trigger
language plpgsql
as $$
begin
  perform spot.keep_volunteer_record(volunteer_id) from spot.assignments where id = coalesce(new.assignment_id, old.assignment_id);
  return null;
end $$;
create trigger keep_record after insert or update of checked_out_at or delete on spot.visits
  for each row execute function spot.keep_record_of_visit();

insert into spot.volunteer_records (volunteer_id, visits_done, practiced, last_served_at)
select a.volunteer_id, count(*), array_agg(distinct r.category order by r.category), max(s.checked_out_at)
from spot.assignments a
join spot.visits s on s.assignment_id = a.id and s.checked_out_at is not null
join spot.support_requests r on r.id = a.request_id
group by a.volunteer_id;
