-- That the coordinators were told that nobody has answered by the promised time: once.
alter table consultations.matters add column late_told_at timestamptz;
create index matters_unanswered on consultations.matters (answer_by)
  where answered_at is null and late_told_at is null and state <> 'closed';
-- What the desk asks at every look: openings by a reason.
create index openings_by_reason on consultations.openings (at) where as_what = 'glass';
