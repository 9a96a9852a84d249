-- Since when a guide waits for a second pair of eyes: not since it was begun.
alter table guides.guides add column submitted_at timestamptz;
update guides.guides set submitted_at = now() where state = 'in_review';

-- The desk looks for words that would harm at every look: from the few changes that do.
create index revisions_that_harm on guides.revisions (guide_id, number) where grade = 'dangerous';
