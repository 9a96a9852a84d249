-- All conversations about a thing, also those that are closed.
create index threads_by_subject on conversations.threads (subject_kind, subject_id, opened_at);
