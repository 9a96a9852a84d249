-- the former version meets: versions_hold_a_paper
-- A report as the file that was approved: a PDF that belongs to versions of its article, so that it is shown, and goes back to
-- the one before, with them. Its bytes lie sealed among all files, under the name of the article: it stays when a person goes.
create table site.papers (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references site.articles,
  file_id uuid not null,
  byte_count integer not null check (byte_count > 0),
  -- Null where the file does not say it plainly.
  pages integer check (pages > 0),
  added_by uuid not null references people.persons,
  added_at timestamptz not null,
  unique (article_id, id)
);
create index papers_by_person on site.papers (added_by);

alter table site.versions add column paper_id uuid;
alter table site.versions add constraint versions_hold_a_paper
  foreign key (article_id, paper_id) references site.papers (article_id, id);
create index versions_with_paper on site.versions (paper_id) where paper_id is not null;

grant select, insert on site.papers to otonari_app;
