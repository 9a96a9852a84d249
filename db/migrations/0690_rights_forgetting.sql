-- What the rules of the personal data maps delete by themselves, and by which index they find it.
grant delete on trust.completions, trust.insurance_years to otonari_app;

create index support_requests_to_forget on spot.support_requests (ended_at)
  where forgotten_at is null and ended_at is not null;
create index concerns_to_forget on trust.concerns (closed_at) where forgotten_at is null and closed_at is not null;
create index threads_by_end on conversations.threads (closed_at) where closed_at is not null;
create index sessions_by_end on auth.sessions (ended_at) where ended_at is not null;
create index sessions_by_age on auth.sessions (created_at);
create index messages_by_author on conversations.messages (author_id);
create index files_by_owner on platform.files (owner_id);
