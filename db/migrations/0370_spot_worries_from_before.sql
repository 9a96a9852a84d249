-- Worries told before 0360 of which nothing is left to look into: nobody hears of their closing again, so they would wait
-- for ever. Closed with the last concern about the request; where none was kept, with the end of the request.
update spot.visit_feedback f
set worry_closed_at = coalesce(
  (select max(c.closed_at) from trust.concerns c
    where c.object_kind = 'spot.request' and c.object_id = a.request_id::text),
  r.ended_at)
from spot.assignments a join spot.support_requests r on r.id = a.request_id
where a.id = f.assignment_id and f.is_unsafe and f.worry_closed_at is null
  and not exists (
    select from trust.concerns c
    where c.object_kind = 'spot.request' and c.object_id = a.request_id::text and c.state <> 'closed');
