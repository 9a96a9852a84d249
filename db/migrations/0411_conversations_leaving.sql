-- Who no longer comes along no longer reads along: with the end of the visit that was agreed, in the same transaction,
-- whatever a job does later. Whose visit took place stays in the conversation until its messages are deleted.
create function conversations.leave_with_the_visit() returns trigger language plpgsql security definer
  set search_path = '' as $$
begin
  update conversations.participants p set left_at = new.ended_at
    from conversations.threads t
    where t.id = p.thread_id and t.kind = 'visit' and t.subject_kind = 'spot.request'
      and t.subject_id = new.request_id and p.person_id = new.volunteer_id and p.left_at is null;
  return null;
end $$;
create trigger leave_with_the_visit after update of is_active on spot.assignments
  for each row when (old.is_active and not new.is_active and new.ended_because <> 'fulfilled')
  execute function conversations.leave_with_the_visit();

-- Those who left before.
update conversations.participants p set left_at = a.ended_at
  from conversations.threads t join spot.assignments a on a.request_id = t.subject_id
  where t.id = p.thread_id and t.kind = 'visit' and t.subject_kind = 'spot.request'
    and a.volunteer_id = p.person_id and p.left_at is null
    and not a.is_active and a.ended_because <> 'fulfilled'
    and not exists (
      select from spot.assignments b
      where b.request_id = a.request_id and b.volunteer_id = a.volunteer_id
        and (b.is_active or b.ended_because = 'fulfilled'));
